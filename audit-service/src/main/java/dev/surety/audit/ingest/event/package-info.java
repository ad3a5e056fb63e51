/** Kafka: one loop that reads all topics in batches, what their records mean, and the dead-letter topics. */
@NullMarked
package dev.surety.audit.ingest.event;

import org.jspecify.annotations.NullMarked;
