package dev.surety.launcher.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets access tokens of local mode's users and clients, as their applications would (RFC 6749 §4.3, §4.4). */
public final class TokenSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI endpoint;

    private TokenSource(URI endpoint) {
        this.endpoint = endpoint;
    }

    public static TokenSource ofRealm(String realmUrl) {
        return new TokenSource(URI.create(realmUrl + "/protocol/openid-connect/token"));
    }

    /** A token of a user, whose password is the name. */
    public String ofUser(String user) {
        return fetch(
                user, Map.of("grant_type", "password", "client_id", "surety-cli", "username", user, "password", user));
    }

    /** A token of a client, whose secret is {@code <client>-local-secret}. */
    public String ofClient(String client) {
        return fetch(
                client,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        client,
                        "client_secret",
                        client + "-local-secret"));
    }

    private String fetch(String who, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new LaunchFailure("Keycloak gives no token to %s: %s"
                        .formatted(
                                who,
                                answer.path("error_description")
                                        .asText(answer.path("error").asText())));
            }
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak does not answer at %s. Does the suite run?".formatted(endpoint), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for a token.", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
