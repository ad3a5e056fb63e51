package dev.surety.escalation.guardrail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.escalation.EscalationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks guardrail-service in the name of a person. Of the browser's request only the JSON goes along, of the answer only
 * status, media type, JSON and Retry-After come back: no cookie leaves, and no header of the inner network gets out.
 */
@ApplicationScoped
public class GuardrailService {
    private final EscalationConfig.Guardrail config;
    private final HttpClient client;

    GuardrailService(EscalationConfig config) {
        this.config = config.guardrail();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(this.config.connectTimeout())
                .build();
    }

    /** What guardrail-service said, problems included. */
    public record Answer(int status, String mediaType, String body, Optional<String> retryAfter) {}

    /**
     * Makes a call.
     *
     * @param token the access token of the person who asks
     * @throws GuardrailAwayException when there is no answer in time, or none that can be passed on
     */
    public Answer ask(GuardrailCall call, String token) throws GuardrailAwayException {
        URI service = config.url()
                .orElseThrow(() -> new GuardrailAwayException("escalation.guardrail.url is not configured"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(withoutSlash(service) + call.path()))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
        call.body()
                .ifPresentOrElse(
                        body -> request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)),
                        request::GET);
        return passable(answer(request.build()));
    }

    private HttpResponse<String> answer(HttpRequest request) throws GuardrailAwayException {
        // The whole answer has to be there in time; the request's own timeout would end with its first byte.
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                request,
                BodyHandlers.limiting(
                        BodyHandlers.ofString(UTF_8), config.largestAnswer().asLongValue()));
        try {
            return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new GuardrailAwayException("no answer within " + config.timeout());
        } catch (ExecutionException failure) {
            throw new GuardrailAwayException(inShort(failure.getCause()));
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new GuardrailAwayException("interrupted");
        }
    }

    private static Answer passable(HttpResponse<String> response) throws GuardrailAwayException {
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        boolean json = mediaType.startsWith("application/json") || mediaType.startsWith("application/problem+json");
        // A token that was accepted here and is refused there is a matter of configuration, and no reason to log in
        // anew.
        if (!json || response.statusCode() == 401 || response.statusCode() < 200) {
            throw new GuardrailAwayException(
                    "status " + response.statusCode() + " with media type '" + mediaType + "'");
        }
        return new Answer(
                response.statusCode(),
                mediaType.startsWith("application/problem+json") ? "application/problem+json" : "application/json",
                response.body(),
                response.headers().firstValue("Retry-After").filter(value -> value.matches("\\d{1,6}")));
    }

    private static String inShort(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "an unknown failure";
            case ConnectException _ -> "no connection";
            case IOException failure -> failure.getClass().getSimpleName();
            case Throwable failure -> failure.getClass().getName();
        };
    }

    private static String withoutSlash(URI service) {
        String text = service.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
