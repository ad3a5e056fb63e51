package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.launcher.server.LaunchFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One service's REST interface, called with the token of one caller. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final Supplier<String> token;

    public Api(String base, Supplier<String> token) {
        this.base = requireNonNull(base, "base");
        this.token = requireNonNull(token, "token");
    }

    /** The JSON at a path; anything but 200 is a failure that names the call. */
    public JsonNode get(String path) {
        return json(expect(200, send(request(path).GET().build())));
    }

    /** The text at a path that anyone may read. */
    public String getText(String path, String mediaType) {
        return expect(200, send(request(path).header("Accept", mediaType).GET().build()))
                .body();
    }

    /** The answer to a GET, whatever its status. */
    public HttpResponse<String> tryGet(String path) {
        return send(request(path).GET().build());
    }

    /** The bytes at a path; empty when there is nothing. */
    public Optional<byte[]> tryGetBytes(String path) {
        HttpRequest request =
                request(path.startsWith("/") ? path : "/" + path).GET().build();
        HttpResponse<byte[]> response = send(request, HttpResponse.BodyHandlers.ofByteArray());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(response.body());
            case 404 -> Optional.empty();
            default -> throw new LaunchFailure("%s answered %d".formatted(response.uri(), response.statusCode()));
        };
    }

    /** Posts JSON and expects that status. */
    public JsonNode post(String path, JsonNode body, int status, Map<String, String> headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        return json(expect(status, send(request.build())));
    }

    /** A text as part of a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.get());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException e) {
            throw new LaunchFailure("%s does not answer: %s".formatted(request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for " + request.uri(), e);
        }
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new LaunchFailure("%s %s answered %d instead of %d: %s"
                    .formatted(
                            response.request().method(),
                            response.uri(),
                            response.statusCode(),
                            status,
                            response.body()));
        }
        return response;
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new LaunchFailure("%s answered no JSON: %s".formatted(response.uri(), e.getMessage()), e);
        }
    }
}
