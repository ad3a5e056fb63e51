/**
 * How often the checks are right, on data that was not written for them. The data are read where they lie and never
 * become part of the repository.
 */
@NullMarked
package dev.surety.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
