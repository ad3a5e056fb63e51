/**
 * What was decided lately, in figures: counted by minute from the history of decisions, for people who watch over a policy.
 * No text of an exchange stands in them.
 */
@NullMarked
package dev.surety.guardrail.figures;

import org.jspecify.annotations.NullMarked;
