package dev.surety.bias.run;

import dev.surety.bias.suite.Cell;

/**
 * A call that a worker may make.
 *
 * @param attempt how often it has been handed out, this time included; an answer is only recorded for the latest
 */
public record LeasedCell(Cell cell, int attempt) {}
