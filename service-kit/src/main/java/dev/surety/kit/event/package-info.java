/** CloudEvents on Kafka: the envelope, its binary encoding, one producer and one consumer loop. */
@NullMarked
package dev.surety.kit.event;

import org.jspecify.annotations.NullMarked;
