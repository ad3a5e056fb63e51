/** Finds what an answer has taken from registered texts, and the registered marks that it names. */
@NullMarked
package dev.surety.guardrail.evaluation.check.copying;

import org.jspecify.annotations.NullMarked;
