/** What the log says of itself on Kafka. */
@NullMarked
package dev.surety.audit.ledger.event;

import org.jspecify.annotations.NullMarked;
