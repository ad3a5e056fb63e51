/** The history in PostgreSQL. */
@NullMarked
package dev.surety.guardrail.history.store;

import org.jspecify.annotations.NullMarked;
