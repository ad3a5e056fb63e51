package dev.surety.guardrail.evaluation.check.advice;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A field in which the law of some countries reserves advice for licensed people. */
public enum Field {
    LEGAL,
    FINANCIAL,
    MEDICAL,
    INSURANCE,
    TAX;

    /** The name in categories, values and word lists. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name. */
    public static Optional<Field> named(String wireName) {
        return Stream.of(values())
                .filter(field -> field.wireName().equals(wireName))
                .findFirst();
    }
}
