/** Events of the topic surety.cases.v1: the life of a case that a human works, written by escalation-service. */
@NullMarked
package dev.surety.contracts.cases;

import org.jspecify.annotations.NullMarked;
