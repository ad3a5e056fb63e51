package dev.surety.guardrail.detector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.NoAnswerException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The address of a detector. It is called once per question: no redirect is followed, nothing is tried again, and no
 * more of an answer is read than is allowed. Failures say what happened without quoting what was sent or received.
 */
final class DetectorEndpoint {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final HttpClient client;
    private final URI address;
    private final Map<String, String> headers;
    private final long largest;

    /**
     * An endpoint.
     *
     * @param headers what goes along with every call, secrets included
     * @param largest the most bytes of an answer
     */
    DetectorEndpoint(HttpClient client, URI address, Map<String, String> headers, long largest) {
        this.client = requireNonNull(client, "client");
        this.address = requireNonNull(address, "address");
        this.headers = Map.copyOf(headers);
        this.largest = largest;
    }

    /** The JSON that is answered within that time. */
    JsonNode ask(JsonNode question, Duration time) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question.toString()));
        headers.forEach(request::header);
        HttpResponse<String> response = send(request.build(), time);
        if (response.statusCode() != 200) {
            throw new NoAnswerException(Reason.REFUSED, "status " + response.statusCode());
        }
        return parsed(response.body());
    }

    /** JSON and nothing else: without duplicate members, and nothing behind it. */
    static JsonNode parsed(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new NoAnswerException(Reason.UNREADABLE, "an empty answer");
            }
            return node;
        } catch (JsonProcessingException malformed) {
            // Its message would quote the answer.
            throw new NoAnswerException(Reason.UNREADABLE, "an answer that is not JSON");
        }
    }

    private HttpResponse<String> send(HttpRequest request, Duration time) {
        // The whole answer has to be there in time; the request's own timeout would end with its first byte.
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), largest));
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new NoAnswerException(Reason.LATE, "no answer within " + time.toMillis() + " ms");
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            String what = cause instanceof IOException ? cause.getClass().getSimpleName() : "a failed call";
            throw new NoAnswerException(Reason.AWAY, what);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(Reason.LATE, "called off");
        } finally {
            var _ = answer.cancel(true);
        }
    }
}
