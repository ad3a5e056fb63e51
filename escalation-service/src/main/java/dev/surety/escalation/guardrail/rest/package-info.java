/** The calls of guardrail-service that the console may make, one by one. */
@NullMarked
package dev.surety.escalation.guardrail.rest;

import org.jspecify.annotations.NullMarked;
