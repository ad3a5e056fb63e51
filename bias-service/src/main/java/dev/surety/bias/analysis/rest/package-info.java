/** The stateless analysis over HTTP: counts or pairs in, statistics and a verdict out. */
@NullMarked
package dev.surety.bias.analysis.rest;

import org.jspecify.annotations.NullMarked;
