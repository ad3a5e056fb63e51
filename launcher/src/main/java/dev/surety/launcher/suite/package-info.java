/**
 * The suite as processes: which parts there are, on which ports, with which configuration, and in which order they
 * start and stop. Local mode only: passwords are public knowledge and nothing is encrypted in transit.
 */
@NullMarked
package dev.surety.launcher.suite;

import org.jspecify.annotations.NullMarked;
