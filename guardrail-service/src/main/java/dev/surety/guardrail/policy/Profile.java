package dev.surety.guardrail.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * How readily the rules of a check speak, from the most readily to the least. A policy gives the thresholds per
 * profile and chooses the profile per check.
 */
public enum Profile {
    STRICT,
    BALANCED,
    PERMISSIVE;

    /** The member of a check that chooses. */
    static final String MEMBER = "profile";

    /** As policies write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a check chooses; {@link #BALANCED} where it says nothing. */
    static Profile of(JsonNode check) {
        return valueOf(check.path(MEMBER).asText(BALANCED.name()).toUpperCase(Locale.ROOT));
    }
}
