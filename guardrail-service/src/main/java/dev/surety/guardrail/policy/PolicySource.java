package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

/** A policy document as it was written, and the name that diagnostics call it by. */
public record PolicySource(String file, String text) {
    public PolicySource {
        requireNonNull(file, "file");
        requireNonNull(text, "text");
    }
}
