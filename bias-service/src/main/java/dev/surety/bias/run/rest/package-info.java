/** Runs over HTTP: starting them, watching them, and reading the report. */
@NullMarked
package dev.surety.bias.run.rest;

import org.jspecify.annotations.NullMarked;
