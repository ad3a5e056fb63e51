/** The display, checked by what it prints. */
@NullMarked
package dev.surety.launcher.display;

import org.jspecify.annotations.NullMarked;
