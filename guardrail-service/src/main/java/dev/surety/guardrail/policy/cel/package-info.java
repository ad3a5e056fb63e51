/** The Common Expression Language behind the port {@link dev.surety.guardrail.policy.ConditionEngine}. */
@NullMarked
package dev.surety.guardrail.policy.cel;

import org.jspecify.annotations.NullMarked;
