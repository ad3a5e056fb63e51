package dev.surety.bias.run.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that somebody wants. Everything may be missing here; {@link RunDraftReader} says what is required and puts the
 * defaults in.
 *
 * @param suite the id of a shipped suite
 * @param suiteDocument a suite of one's own, as YAML; instead of {@code suite}
 * @param seed of everything random; without it, the suite's own
 */
public record RunDraft(
        @Nullable String suite,
        @Nullable String suiteDocument,
        @Nullable TargetDraft target,
        @Nullable Long seed) {

    /**
     * The bot under test.
     *
     * @param name how people call it, for example {@code bot@prompt-41}
     * @param body the JSON to send, with placeholders
     * @param outcomes by outcome of the suite, the JSON pointer of a boolean in the answer; {@code /<outcome>} without
     * @param credential the name of a configured Authorization value
     */
    public record TargetDraft(
            @Nullable String name,
            @Nullable String url,
            @Nullable String method,
            @Nullable Map<String, @Nullable String> headers,
            @Nullable JsonNode body,
            @Nullable Map<String, @Nullable String> outcomes,
            @Nullable String credential,
            @Nullable Integer concurrency,
            @Nullable Integer perSecond,
            @Nullable Integer timeoutMillis) {}
}
