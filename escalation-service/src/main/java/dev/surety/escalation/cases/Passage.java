package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A passage that the bot had before it, frozen as it was when it answered. */
public record Passage(
        String id,
        String text,
        int scorePerMille,
        @Nullable String source,
        boolean cited,
        @Nullable String validFrom,
        @Nullable String validTo) {
    public Passage {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
    }
}
