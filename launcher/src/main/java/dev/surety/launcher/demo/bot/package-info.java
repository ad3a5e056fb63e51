/** A small deterministic bot for the demonstration, once fair and once unfair. */
@NullMarked
package dev.surety.launcher.demo.bot;

import org.jspecify.annotations.NullMarked;
