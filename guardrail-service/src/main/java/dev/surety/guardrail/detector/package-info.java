/**
 * Detectors that run elsewhere: the interfaces that they speak, and what keeps a slow, failing or overrun one from
 * harming the decisions (deadline, budget, circuit breaker). Text of exchanges goes out from here and from nowhere else.
 */
@NullMarked
package dev.surety.guardrail.detector;

import org.jspecify.annotations.NullMarked;
