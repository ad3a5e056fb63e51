/** Phrase rules that are data: patterns over words, compiled once, matched in a bounded number of steps per word. */
@NullMarked
package dev.surety.guardrail.evaluation.check.phrase;

import org.jspecify.annotations.NullMarked;
