/**
 * The feed of a tenant: which case changed, in an order that never skips anything. It is durable, so that a console that
 * was away goes on where it stopped.
 */
@NullMarked
package dev.surety.escalation.feed;

import org.jspecify.annotations.NullMarked;
