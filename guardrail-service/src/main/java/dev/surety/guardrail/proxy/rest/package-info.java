/** The OpenAI protocol over HTTP, its errors in its own words. */
@NullMarked
package dev.surety.guardrail.proxy.rest;

import org.jspecify.annotations.NullMarked;
