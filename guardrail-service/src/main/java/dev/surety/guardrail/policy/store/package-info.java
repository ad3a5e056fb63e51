/** Policies kept as files. */
@NullMarked
package dev.surety.guardrail.policy.store;

import org.jspecify.annotations.NullMarked;
