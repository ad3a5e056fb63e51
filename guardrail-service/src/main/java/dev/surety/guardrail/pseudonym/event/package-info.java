/** Every restoration on its way to Kafka, as {@link dev.surety.contracts.interaction.PseudonymsRevealed}. */
@NullMarked
package dev.surety.guardrail.pseudonym.event;

import org.jspecify.annotations.NullMarked;
