/**
 * The decision about one exchange: what is judged, what the checks find, what the rules of a policy make of it. Pure
 * and deterministic: the same exchange under the same policy gives the same decision, today and when it is replayed.
 */
@NullMarked
package dev.surety.guardrail.evaluation;

import org.jspecify.annotations.NullMarked;
