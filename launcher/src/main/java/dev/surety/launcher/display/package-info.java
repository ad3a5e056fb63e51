/** What the person at the terminal sees: progress, tables, colours where there is a terminal to show them. */
@NullMarked
package dev.surety.launcher.display;

import org.jspecify.annotations.NullMarked;
