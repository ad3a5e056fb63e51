/** The same texts and the same kinds of check, once with our evaluator and once with another guardrail library. */
@NullMarked
package dev.surety.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
