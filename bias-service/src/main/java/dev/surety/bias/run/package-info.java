/**
 * Runs: a suite put to a target, call by call, and what came of it. A run survives the death of the worker that drives
 * it, because every call and every answer is in the database.
 */
@NullMarked
package dev.surety.bias.run;

import org.jspecify.annotations.NullMarked;
