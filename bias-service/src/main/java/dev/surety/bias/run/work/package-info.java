/** The background work: finding runs that nobody drives, and driving them to their end. */
@NullMarked
package dev.surety.bias.run.work;

import org.jspecify.annotations.NullMarked;
