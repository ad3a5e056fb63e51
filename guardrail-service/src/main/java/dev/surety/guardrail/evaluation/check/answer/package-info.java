/** The outside of an answer: its language, its markup, what a channel can carry. */
@NullMarked
package dev.surety.guardrail.evaluation.check.answer;

import org.jspecify.annotations.NullMarked;
