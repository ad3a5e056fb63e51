/** Runs in PostgreSQL. */
@NullMarked
package dev.surety.bias.run.store;

import org.jspecify.annotations.NullMarked;
