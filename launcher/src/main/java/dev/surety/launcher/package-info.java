/** The commands of {@code ./surety}: the whole suite on one machine. */
@NullMarked
package dev.surety.launcher;

import org.jspecify.annotations.NullMarked;
