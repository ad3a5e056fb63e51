/** The floor on Kafka. */
@NullMarked
package dev.surety.escalation.floor.event;

import org.jspecify.annotations.NullMarked;
