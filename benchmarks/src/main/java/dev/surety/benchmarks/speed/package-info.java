/** How fast exchanges are decided: the evaluator alone, and the service beside itself with nothing to decide. */
@NullMarked
package dev.surety.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
