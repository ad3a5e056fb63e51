package dev.surety.guardrail.policy;

import java.util.Locale;

/** What a rule comes to when it cannot be decided, because its check or its condition failed. */
public enum OnError {
    /** The policy's consequence for undecidable rules is taken: what was not judged is not said. */
    FAIL_CLOSED,
    /** The rule is passed over, visibly. */
    FAIL_OPEN;

    /** The name as policies and answers write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OnError ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
