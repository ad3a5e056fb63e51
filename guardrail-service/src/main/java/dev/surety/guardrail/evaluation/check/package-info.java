/**
 * The checks. Each looks for one kind of thing, in linear time, without a model and without a network (but for
 * {@code RemoteCheck}, which asks others through a port): it reports what stands in the text and leaves the
 * consequences to the policy. Their word lists are data, beside this package's
 * README in the resources.
 */
@NullMarked
package dev.surety.guardrail.evaluation.check;

import org.jspecify.annotations.NullMarked;
