@NullMarked
package dev.surety.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
