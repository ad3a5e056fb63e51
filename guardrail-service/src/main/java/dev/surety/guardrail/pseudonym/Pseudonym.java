package dev.surety.guardrail.pseudonym;

import static java.util.Objects.requireNonNull;

/**
 * What stands for a value, and the value. It never shows the value by itself, so that none gets into a log.
 *
 * @param mask the whole text that stands in the value's place, for example {@code [IBAN K7QF2]}
 */
public record Pseudonym(String mask, String value) {
    public Pseudonym {
        requireNonNull(mask, "mask");
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return mask;
    }
}
