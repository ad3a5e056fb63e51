/** What an answer must not give away: runs of the system message, keys and credentials, internal hosts. */
@NullMarked
package dev.surety.guardrail.evaluation.check.leak;

import org.jspecify.annotations.NullMarked;
