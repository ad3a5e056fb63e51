package dev.surety.guardrail.policy;

import java.util.Locale;

/** How much of an answer may be shown before all of it is known; the order is from the most to the least careful. */
public enum StreamMode {
    /** Nothing before the whole answer is judged. */
    BUFFER,
    /** What no finding can reach any more. */
    HOLD,
    /** Everything at once; what turns out to be wrong is taken back. */
    OPTIMISTIC;

    /** The name in policies. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StreamMode ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
