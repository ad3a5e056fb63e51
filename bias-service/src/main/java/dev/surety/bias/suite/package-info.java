/**
 * Suites: the questions that a run asks, the groups it asks them for, and what counts as a difference. A suite is a
 * YAML document with a version and a digest; from it and a seed follows every word that is sent.
 */
@NullMarked
package dev.surety.bias.suite;

import org.jspecify.annotations.NullMarked;
