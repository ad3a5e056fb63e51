/**
 * Advice that is reserved for licensed people: what sentences show of it (fields and frames, which are word lists), and the
 * linear model that weighs what they show.
 */
@NullMarked
package dev.surety.guardrail.evaluation.check.advice;

import org.jspecify.annotations.NullMarked;
