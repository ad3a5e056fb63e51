/**
 * The statistics: pure functions from counts to estimates, intervals, p-values and verdicts. Each cites the paper it
 * follows. One sign convention holds throughout: a difference is the other group's rate minus the reference group's,
 * so a negative one means that the other group is treated less favourably.
 */
@NullMarked
package dev.surety.bias.metric;

import org.jspecify.annotations.NullMarked;
