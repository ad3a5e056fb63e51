package dev.surety.guardrail.decision;

import java.util.Locale;

/** What came of a rule. */
public enum Status {
    /** The rule asks nothing of the text. */
    PASS,
    /** The rule asks for something: its action says what. */
    FAIL,
    /** The rule could not be decided; {@code degraded} of the decision says why. */
    ERROR,
    /** The rule could not be decided because there was no time left for its check. */
    TIMEOUT;

    /** The name as answers and events write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
