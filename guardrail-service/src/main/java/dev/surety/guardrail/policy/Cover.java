package dev.surety.guardrail.policy;

import java.util.Locale;

/** The line of insurance cover that a rule protects, by which evidence is sorted. */
public enum Cover {
    ERRORS_AND_OMISSIONS,
    CYBER_PRIVACY,
    MEDIA_IP,
    PROFESSIONAL,
    DISCRIMINATION,
    CONTRACT;

    /** The name as policies and answers write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cover ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
