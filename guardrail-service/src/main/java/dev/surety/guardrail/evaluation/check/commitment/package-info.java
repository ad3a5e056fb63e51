/** Promises that a bot makes in the company's name: what, how much, by when. */
@NullMarked
package dev.surety.guardrail.evaluation.check.commitment;

import org.jspecify.annotations.NullMarked;
