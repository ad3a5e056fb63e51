package dev.surety.bias.run.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.surety.bias.BiasConfig;
import dev.surety.bias.run.Answer;
import dev.surety.bias.run.Target;
import dev.surety.bias.run.TargetClient;
import dev.surety.bias.suite.Question;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bot by HTTP. The time limit covers the whole answer, not only its first byte; an answer is read up to a
 * limit; an overloaded bot is asked again after the time that it names.
 */
@ApplicationScoped
public class HttpTargetClient implements TargetClient {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final BiasConfig.Run config;
    private final TargetGate gate;
    private final HttpClient http;
    private final ObjectMapper json = JsonMapper.builder().build();

    HttpTargetClient(BiasConfig config, TargetGate gate) {
        this.config = config.run();
        this.gate = gate;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    @Override
    public Answer ask(Target target, Question question, String conversationId) {
        long started = System.nanoTime();
        if (gate.objection(target.url()).isPresent()) {
            return new Answer.Missing(Answer.Reason.NOT_ALLOWED, 0);
        }
        HttpRequest request;
        try {
            request = request(target, question, conversationId);
        } catch (IllegalArgumentException notAllowed) {
            return new Answer.Missing(Answer.Reason.NOT_ALLOWED, 0);
        }
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(target, request, started);
            boolean again = made.retryAfter().isPresent() && attempt < config.maxAttempts();
            if (!again || !pause(made.retryAfter().orElse(Duration.ZERO), attempt)) {
                return made.answer();
            }
        }
    }

    /**
     * One try.
     *
     * @param retryAfter how long an overloaded target wants to rest; empty unless it is overloaded
     */
    private record Attempt(Answer answer, Optional<Duration> retryAfter) {}

    private HttpRequest request(Target target, Question question, String conversationId) {
        Map<String, String> values = new HashMap<>();
        values.put("conversationId", conversationId);
        values.put("customer.name", question.customerName());
        values.put("customer.profile", question.customerProfile());
        values.put("message", question.message());
        HttpRequest.Builder builder = HttpRequest.newBuilder(target.url())
                .timeout(Duration.ofMillis(target.load().timeoutMillis()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(
                        target.method(),
                        HttpRequest.BodyPublishers.ofString(BodyTemplate.fill(json, target.body(), values)));
        target.headers().forEach(builder::header);
        String credential = target.credential();
        if (credential != null) {
            String authorization = config.credentials().get(credential);
            if (authorization == null) {
                throw new IllegalArgumentException("the credential is not configured any more");
            }
            builder.header("Authorization", authorization);
        }
        return builder.build();
    }

    private Attempt attempt(Target target, HttpRequest request, long started) {
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), config.maxAnswerSize()));
        try {
            HttpResponse<byte[]> response = call.get(target.load().timeoutMillis(), TimeUnit.MILLISECONDS);
            int status = response.statusCode();
            return status == TOO_MANY_REQUESTS || status == SERVICE_UNAVAILABLE
                    ? new Attempt(missing(Answer.Reason.OVERLOADED, started), Optional.of(retryAfter(response)))
                    : new Attempt(answer(target, response, started), Optional.empty());
        } catch (TimeoutException late) {
            call.cancel(true);
            return failed(Answer.Reason.TIMEOUT, started);
        } catch (ExecutionException failure) {
            return failed(reason(failure.getCause()), started);
        } catch (InterruptedException interrupted) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return failed(Answer.Reason.UNREACHABLE, started);
        }
    }

    private static Attempt failed(Answer.Reason reason, long started) {
        return new Attempt(missing(reason, started), Optional.empty());
    }

    /** The pause that the target names in seconds (RFC 9110 section 10.2.3); none when it names a date or nothing. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static Answer.Reason reason(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return Answer.Reason.TIMEOUT;
        }
        // The limiting subscriber reports an answer over the limit as an IOException that names its capacity.
        return cause instanceof IOException tooLong
                        && tooLong.getMessage() != null
                        && tooLong.getMessage().contains("exceeds capacity")
                ? Answer.Reason.UNREADABLE
                : Answer.Reason.UNREACHABLE;
    }

    private Answer answer(Target target, HttpResponse<byte[]> response, long started) {
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            return missing(Answer.Reason.ERROR_STATUS, started);
        }
        try {
            JsonNode body = json.readTree(response.body());
            Map<String, Boolean> outcomes = new HashMap<>();
            for (Map.Entry<String, String> outcome : target.outcomes().entrySet()) {
                JsonNode value = body.at(outcome.getValue());
                if (!value.isBoolean()) {
                    return missing(Answer.Reason.UNREADABLE, started);
                }
                outcomes.put(outcome.getKey(), value.booleanValue());
            }
            return new Answer.Given(outcomes, millisSince(started));
        } catch (IOException garbage) {
            return missing(Answer.Reason.UNREADABLE, started);
        }
    }

    /** Waits as long as the target asked for, longer each time, within limits; false when the thread is to stop. */
    private static boolean pause(Duration asked, int attempt) {
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt, 10));
        Duration pause = asked.compareTo(own) > 0 ? asked : own;
        try {
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Answer missing(Answer.Reason reason, long started) {
        return new Answer.Missing(reason, millisSince(started));
    }

    private static int millisSince(long started) {
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), 0, Integer.MAX_VALUE);
    }
}
