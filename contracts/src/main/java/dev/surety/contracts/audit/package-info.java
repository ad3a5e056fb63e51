/** Events of the topic surety.audit.v1: what the log says of itself, written by audit-service. */
@NullMarked
package dev.surety.contracts.audit;

import org.jspecify.annotations.NullMarked;
