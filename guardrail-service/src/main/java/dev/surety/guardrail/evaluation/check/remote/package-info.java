/** The port through which a check asks a detector that runs elsewhere: what is asked, and what can be answered. */
@NullMarked
package dev.surety.guardrail.evaluation.check.remote;

import org.jspecify.annotations.NullMarked;
