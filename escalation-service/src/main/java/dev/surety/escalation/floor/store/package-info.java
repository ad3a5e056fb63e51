/** The floor in PostgreSQL. */
@NullMarked
package dev.surety.escalation.floor.store;

import org.jspecify.annotations.NullMarked;
