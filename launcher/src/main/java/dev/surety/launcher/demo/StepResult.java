package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a step found.
 *
 * @param summary one sentence
 * @param failures what did not hold, one sentence each; none means that the step held
 */
public record StepResult(String summary, List<String> failures) {
    public StepResult {
        requireNonNull(summary, "summary");
        failures = List.copyOf(failures);
    }

    static StepResult held(String summary) {
        return new StepResult(summary, List.of());
    }

    public boolean held() {
        return failures.isEmpty();
    }
}
