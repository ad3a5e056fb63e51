/** The service under load over HTTP, beside itself with nothing to decide. */
@NullMarked
package dev.surety.benchmarks.load;

import org.jspecify.annotations.NullMarked;
