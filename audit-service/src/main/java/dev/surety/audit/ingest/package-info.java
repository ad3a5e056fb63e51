/**
 * From a Kafka record to an entry of the log, exactly once: which records are new, which are repeated, which contradict
 * an earlier one, and which cannot be read. None is skipped.
 */
@NullMarked
package dev.surety.audit.ingest;

import org.jspecify.annotations.NullMarked;
