package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

/** A text of the exchange and where it stands there, for example {@code messages[3].content}. */
public record NamedText(String path, String content) {
    public NamedText {
        requireNonNull(path, "path");
        requireNonNull(content, "content");
    }
}
