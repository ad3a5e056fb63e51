/**
 * What policy authors run without a server: checking a policy with its embedded tests, and showing what it comes to.
 * Plain Java, so that it starts in a second.
 */
@NullMarked
package dev.surety.guardrail.command;

import org.jspecify.annotations.NullMarked;
