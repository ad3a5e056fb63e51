/** Recognisers of personal data that has a format: found by scanning, decided by check digits where there are any. */
@NullMarked
package dev.surety.guardrail.evaluation.check.pii;

import org.jspecify.annotations.NullMarked;
