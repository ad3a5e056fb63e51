package dev.surety.escalation.transcript;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluated exchange, as far as the transcript is concerned.
 *
 * @param turn counts up within the conversation; the query and the answer of one turn are two exchanges of that turn
 * @param history what was said before and, last, the customer's words; it may be the whole conversation or its end
 * @param botText what the bot wanted to answer; null when only the customer's words were judged
 * @param deliveredText what the customer saw of it; empty when nothing
 */
public record Exchange(
        String decisionId,
        int turn,
        List<Utterance> history,
        @Nullable String botText,
        String deliveredText,
        Instant at) {
    public Exchange {
        requireNonNull(decisionId, "decisionId");
        history = List.copyOf(history);
        botText = botText == null ? null : StorableText.of(botText);
        deliveredText = StorableText.of(deliveredText);
        requireNonNull(at, "at");
    }

    /** What the exchange adds behind its history: the answer, and the bot's own words where the customer saw others. */
    public List<Utterance> answer() {
        List<Utterance> answer = new ArrayList<>(2);
        if (botText != null && !botText.isBlank() && !botText.equals(deliveredText)) {
            answer.add(new Utterance(Speaker.WITHHELD, botText));
        }
        if (!deliveredText.isBlank()) {
            answer.add(new Utterance(Speaker.BOT, deliveredText));
        }
        return List.copyOf(answer);
    }
}
