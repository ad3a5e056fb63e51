/** The demonstration, against services that answer from memory. */
@NullMarked
package dev.surety.launcher.demo;

import org.jspecify.annotations.NullMarked;
