package dev.surety.guardrail.policy;

import dev.surety.guardrail.evaluation.ValueType;

/** The types of the variables that expressions are checked against. */
public enum VariableType {
    INTEGER,
    DECIMAL,
    FLAG,
    TEXT,
    TEXTS,
    TEXTS_BY_NAME,
    INTEGERS_BY_NAME,
    DECIMALS_BY_NAME,
    /** A list of findings: category, path, start, end, score. */
    FINDINGS;

    /** The type of a value that a check shows. */
    public static VariableType of(ValueType type) {
        return switch (type) {
            case INTEGER -> INTEGER;
            case DECIMAL -> DECIMAL;
            case FLAG -> FLAG;
            case TEXT -> TEXT;
            case TEXTS -> TEXTS;
            case INTEGERS_BY_NAME -> INTEGERS_BY_NAME;
            case DECIMALS_BY_NAME -> DECIMALS_BY_NAME;
        };
    }
}
