/**
 * Does an answer say what its sources say? Both are cut into statements; each statement of the answer is held against
 * the statement of the sources that is most like it, and what differs between the two (values, denials, opposites,
 * alternatives) decides whether it is supported, unsupported or contradicted.
 */
@NullMarked
package dev.surety.guardrail.evaluation.check.grounding;

import org.jspecify.annotations.NullMarked;
