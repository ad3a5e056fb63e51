/** The command line and the script in front of it. */
@NullMarked
package dev.surety.launcher;

import org.jspecify.annotations.NullMarked;
