package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the exchange takes place.
 *
 * @param turn counts from 0 within the conversation
 * @param channel for example {@code web-chat}, {@code email}, {@code voice}, {@code sms}
 * @param locale the customer's language and region
 * @param jurisdiction whose law applies, for example {@code DE}; null when the integrator does not say
 */
public record Conversation(
        String id,
        int turn,
        String channel,
        Locale locale,
        @Nullable String jurisdiction) {
    public Conversation {
        requireNonNull(id, "id");
        if (turn < 0) {
            throw new IllegalArgumentException("turn is " + turn + ": turns count from 0");
        }
        requireNonNull(channel, "channel");
        requireNonNull(locale, "locale");
    }
}
