/** How near a customer's words are to the intents that a bot is declared for. */
@NullMarked
package dev.surety.guardrail.evaluation.check.scope;

import org.jspecify.annotations.NullMarked;
