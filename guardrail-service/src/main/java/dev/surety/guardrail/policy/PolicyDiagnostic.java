package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

/** What is wrong with a policy document, where, and how to mend it. */
public record PolicyDiagnostic(String file, Position position, String message) {
    public PolicyDiagnostic {
        requireNonNull(file, "file");
        requireNonNull(position, "position");
        requireNonNull(message, "message");
    }

    /** The form that editors and terminals make clickable: {@code policy.yaml:14:7: …}. */
    @Override
    public String toString() {
        return file + ":" + position.line() + ":" + position.column() + ": " + message;
    }
}
