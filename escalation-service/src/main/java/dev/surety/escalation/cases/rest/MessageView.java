package dev.surety.escalation.cases.rest;

import dev.surety.escalation.transcript.Entry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the transcript.
 *
 * @param speaker {@code customer}, {@code bot}, {@code withheld} (bot text that the customer did not see) or {@code human}
 * @param author the name of the human who wrote it
 */
public record MessageView(
        long sequence,
        String speaker,
        @Nullable String author,
        String content,
        Instant at,
        @Nullable String decisionId) {

    /** The entry in the words of the interface. */
    static MessageView of(Entry entry) {
        return new MessageView(
                entry.sequence(),
                entry.speaker().code(),
                entry.agent() == null ? null : entry.agent().name(),
                entry.content(),
                entry.at(),
                entry.decisionId());
    }
}
