package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

/** A place in one of several documents. */
record Location(String file, Position position) {
    Location {
        requireNonNull(file, "file");
        requireNonNull(position, "position");
    }

    /** The form for the middle of a sentence: {@code parent.yaml:14:7}. */
    @Override
    public String toString() {
        return file + ":" + position.line() + ":" + position.column();
    }
}
