/** Texts as the checks read them: folded to a plain form and cut into words, always with the way back to the original. */
@NullMarked
package dev.surety.guardrail.evaluation.check.text;

import org.jspecify.annotations.NullMarked;
