/** Policies on their way to Kafka. */
@NullMarked
package dev.surety.guardrail.policy.event;

import org.jspecify.annotations.NullMarked;
