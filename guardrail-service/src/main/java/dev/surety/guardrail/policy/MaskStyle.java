package dev.surety.guardrail.policy;

import java.util.Locale;

/** What a mask tells of the value that it stands for, in the order of how much that is. */
public enum MaskStyle {
    /** Its kind alone. */
    LABEL,
    /** Its kind, and a code that is the same for the same value throughout the conversation. */
    PSEUDONYM;

    static MaskStyle ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
