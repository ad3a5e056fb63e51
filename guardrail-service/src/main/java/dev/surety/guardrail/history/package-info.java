/**
 * What was decided, for those who ask afterwards: explanations, figures and what people say of decisions. It follows
 * the topics at its own pace; deciding never waits for it and works without it.
 */
@NullMarked
package dev.surety.guardrail.history;

import org.jspecify.annotations.NullMarked;
