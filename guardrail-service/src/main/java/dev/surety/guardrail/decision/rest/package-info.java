/** Decisions over HTTP: POST /v1/evaluations. */
@NullMarked
package dev.surety.guardrail.decision.rest;

import org.jspecify.annotations.NullMarked;
