/** The feed in PostgreSQL. */
@NullMarked
package dev.surety.escalation.feed.store;

import org.jspecify.annotations.NullMarked;
