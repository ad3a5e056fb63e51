/** Reading the log: entries by conversation and type, what is sealed beside them, and proofs that they are in the log. */
@NullMarked
package dev.surety.audit.query;

import org.jspecify.annotations.NullMarked;
