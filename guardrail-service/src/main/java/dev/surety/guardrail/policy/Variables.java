package dev.surety.guardrail.policy;

import org.jspecify.annotations.Nullable;

/** The values that an expression sees, by their full names, for example {@code checks.pii.count}. */
@FunctionalInterface
public interface Variables {
    /**
     * The value of a variable: a {@link Long}, {@link Double}, {@link Boolean}, {@link String}, {@link java.util.List}
     * or {@link java.util.Map}; null when it cannot be had, because the check that gives it failed.
     */
    @Nullable
    Object value(String name);
}
