/**
 * Decides what a bot may say. An exchange comes in, every check of the policy looks at it once, the rules of the
 * policy turn what the checks found into one action with its reasons, and the decision is recorded before anyone
 * hears of it. Policies are data; nothing that a liability depends on is a constant in this code.
 */
@NullMarked
package dev.surety.guardrail;

import org.jspecify.annotations.NullMarked;
