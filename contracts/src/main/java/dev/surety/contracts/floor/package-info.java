/** Events of the topic surety.floor.v1: who may speak to the customer, written by escalation-service. */
@NullMarked
package dev.surety.contracts.floor;

import org.jspecify.annotations.NullMarked;
