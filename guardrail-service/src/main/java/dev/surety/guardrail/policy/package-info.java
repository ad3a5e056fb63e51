/**
 * Policies: documents in YAML whose conditions are CEL, read with their positions, validated, compiled once into an
 * immutable {@link dev.surety.guardrail.policy.Policy}. A document is either in force as a whole or refused as a
 * whole, and every refusal says in which line and column and how to mend it.
 */
@NullMarked
package dev.surety.guardrail.policy;

import org.jspecify.annotations.NullMarked;
