/** The log in PostgreSQL: rows go in by binary COPY, in one transaction with tiles, offsets and the tree's state. */
@NullMarked
package dev.surety.audit.ledger.store;

import org.jspecify.annotations.NullMarked;
