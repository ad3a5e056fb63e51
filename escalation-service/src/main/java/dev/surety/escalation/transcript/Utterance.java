package dev.surety.escalation.transcript;

import static java.util.Objects.requireNonNull;

/** Something that was said, before it has a place in a transcript. */
public record Utterance(Speaker speaker, String content) {
    public Utterance {
        requireNonNull(speaker, "speaker");
        content = StorableText.of(content);
    }
}
