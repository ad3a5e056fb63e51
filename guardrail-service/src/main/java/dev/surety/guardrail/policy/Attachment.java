package dev.surety.guardrail.policy;

import java.util.Locale;

/** What a policy can ask to travel beside an answer, as an obligation. */
public enum Attachment {
    /** The sources that the answer rests on. */
    CITATION,
    /** What the answer promises, with the values of each promise. */
    COMMITMENTS;

    /** The name as policies write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Attachment ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
