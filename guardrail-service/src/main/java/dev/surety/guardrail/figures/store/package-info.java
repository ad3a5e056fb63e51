/** The figures from the tables of the history. */
@NullMarked
package dev.surety.guardrail.figures.store;

import org.jspecify.annotations.NullMarked;
