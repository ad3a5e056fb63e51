/** Names of persons and companies in a text, and harmful claims about them. */
@NullMarked
package dev.surety.guardrail.evaluation.check.defamation;

import org.jspecify.annotations.NullMarked;
