/** Figures over HTTP: GET /v1/figures. */
@NullMarked
package dev.surety.guardrail.figures.rest;

import org.jspecify.annotations.NullMarked;
