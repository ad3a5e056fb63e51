/** What uncovers hidden instructions before the phrase rules read them: spaced letters, digits for letters, encodings. */
@NullMarked
package dev.surety.guardrail.evaluation.check.injection;

import org.jspecify.annotations.NullMarked;
