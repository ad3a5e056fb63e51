/** The demo bot and its rule. */
@NullMarked
package dev.surety.launcher.demo.bot;

import org.jspecify.annotations.NullMarked;
