/**
 * The log itself: what an entry says, who may append, how the tree grows, and when its size and root are signed. One
 * writer at a time holds the lease; every transaction checks that it still does. Nothing is signed that is not
 * committed, that does not continue what was signed before, or that lies behind it.
 */
@NullMarked
package dev.surety.audit.ledger;

import org.jspecify.annotations.NullMarked;
