/** Events of the topic surety.bias.v1: fairness runs and their verdicts, written by bias-service. */
@NullMarked
package dev.surety.contracts.bias;

import org.jspecify.annotations.NullMarked;
