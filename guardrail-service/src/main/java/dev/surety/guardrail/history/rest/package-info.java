/** Decisions as those who ask afterwards may see them, by role, and what they say of them. */
@NullMarked
package dev.surety.guardrail.history.rest;

import org.jspecify.annotations.NullMarked;
