/** The parts of the suite and their ports. */
@NullMarked
package dev.surety.launcher.suite;

import org.jspecify.annotations.NullMarked;
