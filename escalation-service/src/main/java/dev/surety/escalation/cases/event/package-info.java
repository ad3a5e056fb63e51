/** Cases and Kafka: evaluated exchanges come in, what happened to a case goes out. */
@NullMarked
package dev.surety.escalation.cases.event;

import org.jspecify.annotations.NullMarked;
