/**
 * Brings in a human where one is needed: opens cases from escalated exchanges, queues them, lets exactly one agent at
 * a time work each, and says who may speak to the customer meanwhile.
 */
@NullMarked
package dev.surety.escalation;

import org.jspecify.annotations.NullMarked;
