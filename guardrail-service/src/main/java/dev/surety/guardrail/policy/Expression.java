package dev.surety.guardrail.policy;

import java.util.List;

/**
 * A compiled expression: immutable, thread-safe, without side effects, bounded in cost.
 *
 * @param <T> {@link Boolean} for a condition, {@link Double} for a score
 */
public interface Expression<T> {
    /** The expression as it was written. */
    String source();

    /** The variables that it reads, in the order in which they stand in it, each once. */
    List<String> inputs();

    /**
     * The value of the expression.
     *
     * @throws ExpressionException when it has none, for example because an attribute that it asks for is not there
     */
    T evaluate(Variables variables);
}
