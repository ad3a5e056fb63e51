package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** What the bot wants to say, and which model and prompt it came from. */
public record Response(
        String content, @Nullable String model, @Nullable String promptVersion) {
    public Response {
        requireNonNull(content, "content");
    }
}
