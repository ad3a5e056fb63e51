/** Decisions and verdicts on their way from Kafka into the history. */
@NullMarked
package dev.surety.guardrail.history.event;

import org.jspecify.annotations.NullMarked;
