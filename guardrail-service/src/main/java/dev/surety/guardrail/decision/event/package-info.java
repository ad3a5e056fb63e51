/** Decisions on their way to Kafka, as {@link dev.surety.contracts.interaction.ExchangeEvaluated}. */
@NullMarked
package dev.surety.guardrail.decision.event;

import org.jspecify.annotations.NullMarked;
