/** Finds entries and what is sealed beside them in PostgreSQL. */
@NullMarked
package dev.surety.audit.query.store;

import org.jspecify.annotations.NullMarked;
