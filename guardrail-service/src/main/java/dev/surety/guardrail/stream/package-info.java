/**
 * Streams: answers that reach the customer while the bot is still writing them, without a character of what the policy
 * holds against them. The core is pure: it is given pieces of text and says how far they may be released and in which
 * form; who asks, and how, are adapters around it.
 */
@NullMarked
package dev.surety.guardrail.stream;

import org.jspecify.annotations.NullMarked;
