/** Sessions in PostgreSQL. */
@NullMarked
package dev.surety.escalation.session.store;

import org.jspecify.annotations.NullMarked;
