package dev.surety.guardrail.evaluation.check.grounding;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A text that an answer is held against, read and cut into its statements. Never changes. */
public final class SourceText {
    private final Reading reading;
    private final List<List<Statement>> statements;

    private SourceText(Reading reading) {
        this.reading = requireNonNull(reading, "reading");
        statements = List.copyOf(new StatementCutter(reading).units());
    }

    /** The text that was read as {@code reading}. */
    public static SourceText of(Reading reading) {
        return new SourceText(reading);
    }

    /** The text word by word. */
    public Reading reading() {
        return reading;
    }

    /** Its statements, by sentence. */
    List<List<Statement>> statements() {
        return statements;
    }
}
