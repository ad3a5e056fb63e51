package dev.surety.bias.run;

import dev.surety.bias.suite.Cell;
import java.util.Map;
import java.util.Optional;

/**
 * A call that has ended.
 *
 * @param outcomes by name; empty when no answer came
 */
public record AnsweredCell(Cell cell, Optional<Map<String, Boolean>> outcomes) {}
