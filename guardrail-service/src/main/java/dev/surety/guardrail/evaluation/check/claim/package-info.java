/** Numbers, amounts, dates and durations as values: the same claim is the same value in whatever language it stands. */
@NullMarked
package dev.surety.guardrail.evaluation.check.claim;

import org.jspecify.annotations.NullMarked;
