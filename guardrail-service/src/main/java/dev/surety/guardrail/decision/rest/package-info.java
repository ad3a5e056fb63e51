/** Decisions over HTTP: POST /v1/evaluations, and the same in the words of LiteLLM and of FMS guardrails. */
@NullMarked
package dev.surety.guardrail.decision.rest;

import org.jspecify.annotations.NullMarked;
