/** The feed as a stream of server-sent events. */
@NullMarked
package dev.surety.escalation.feed.rest;

import org.jspecify.annotations.NullMarked;
