package dev.surety.bias.run;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bot under test, as an HTTP call. It never contains a secret, only the name of one.
 *
 * @param name how people call it; the key of its events
 * @param body the JSON to send, with {@code {{conversationId}}}, {@code {{customer.name}}},
 *     {@code {{customer.profile}}} and {@code {{message}}} inside texts
 * @param outcomes by outcome of the suite, the JSON pointer (RFC 6901) of a boolean in the answer
 * @param credential the name of a configured value of the Authorization header
 */
public record Target(
        String name,
        URI url,
        String method,
        Map<String, String> headers,
        String body,
        Map<String, String> outcomes,
        @Nullable String credential,
        Load load) {
    public Target {
        requireNonNull(name, "name");
        requireNonNull(url, "url");
        requireNonNull(method, "method");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
        outcomes = Map.copyOf(outcomes);
        requireNonNull(load, "load");
    }

    /** How hard the bot may be pressed. */
    public record Load(int concurrency, int perSecond, int timeoutMillis) {
        public Load {
            if (concurrency < 1 || perSecond < 1 || timeoutMillis < 1) {
                throw new IllegalArgumentException("load limits are at least 1");
            }
        }
    }
}
