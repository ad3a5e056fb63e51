/**
 * The bias service: shows whether a bot treats groups of customers differently. It computes honest statistics on given
 * counts or pairs, runs counterfactual suites against a target, and answers with a verdict that may also be "not
 * proven either way".
 */
@NullMarked
package dev.surety.bias;

import org.jspecify.annotations.NullMarked;
