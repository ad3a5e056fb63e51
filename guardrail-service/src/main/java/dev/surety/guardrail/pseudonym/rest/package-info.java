/** Restoring a text over HTTP: POST /v1/pseudonyms/reveal. */
@NullMarked
package dev.surety.guardrail.pseudonym.rest;

import org.jspecify.annotations.NullMarked;
