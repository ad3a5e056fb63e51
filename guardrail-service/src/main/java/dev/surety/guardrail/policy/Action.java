package dev.surety.guardrail.policy;

import java.util.Locale;

/** What may happen with a text, strongest first: the strongest enforced result of an evaluation wins. */
public enum Action {
    BLOCK,
    ESCALATE,
    REPLACE,
    REDACT,
    ANNOTATE,
    ALLOW;

    /** The name as policies, answers and events write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of that name, which a schema has already found to be one. */
    static Action ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
