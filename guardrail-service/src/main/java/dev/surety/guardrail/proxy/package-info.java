/**
 * The OpenAI-compatible proxy: stands in front of any model that speaks the chat completions protocol, judges what the
 * customer wrote before the model reads it and what the model answers before the customer does, streaming or not.
 * What it cannot judge it refuses or leaves out, so that no way of asking gets round the policy.
 */
@NullMarked
package dev.surety.guardrail.proxy;

import org.jspecify.annotations.NullMarked;
