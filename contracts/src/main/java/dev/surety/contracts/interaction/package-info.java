/** Events of the topic surety.interactions.v1: one record per evaluated exchange, written by guardrail-service. */
@NullMarked
package dev.surety.contracts.interaction;

import org.jspecify.annotations.NullMarked;
