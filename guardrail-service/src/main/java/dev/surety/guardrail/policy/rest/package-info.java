/** Policies over HTTP. */
@NullMarked
package dev.surety.guardrail.policy.rest;

import org.jspecify.annotations.NullMarked;
