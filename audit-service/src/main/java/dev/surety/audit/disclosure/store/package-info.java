/** The erasable side in PostgreSQL and in the keyset file: wrapped keys, whose they are, and sealed disclosures. */
@NullMarked
package dev.surety.audit.disclosure.store;

import org.jspecify.annotations.NullMarked;
