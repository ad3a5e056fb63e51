package dev.surety.guardrail.evaluation;

import java.util.List;
import java.util.Map;

/** The types of the values that a check shows to conditions; conditions are type-checked against them. */
public enum ValueType {
    /** A {@link Long}. */
    INTEGER,
    /** A {@link Double}. */
    DECIMAL,
    /** A {@link Boolean}. */
    FLAG,
    /** A {@link String}. */
    TEXT,
    /** A {@link List} of {@link String}. */
    TEXTS,
    /** A {@link Map} from {@link String} to {@link Long}, for example a count per category. */
    INTEGERS_BY_NAME,
    /** A {@link Map} from {@link String} to {@link Double}, for example a score per category. */
    DECIMALS_BY_NAME
}
