/**
 * Decisions: what the rules of a policy make of what the checks saw in an exchange, the text that may be delivered,
 * what still has to be done, and the reasons for all of it. The core is pure; recording a decision and answering it
 * over HTTP are adapters around it.
 */
@NullMarked
package dev.surety.guardrail.decision;

import org.jspecify.annotations.NullMarked;
