/** Transcripts in PostgreSQL. */
@NullMarked
package dev.surety.escalation.transcript.store;

import org.jspecify.annotations.NullMarked;
