/** The key of the pseudonyms, in a file that only its owner may read. */
@NullMarked
package dev.surety.guardrail.pseudonym.store;

import org.jspecify.annotations.NullMarked;
