/** Streams over HTTP, for bots that stream by other means than the OpenAI protocol. */
@NullMarked
package dev.surety.guardrail.stream.rest;

import org.jspecify.annotations.NullMarked;
