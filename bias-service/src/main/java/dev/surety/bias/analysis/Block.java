package dev.surety.bias.analysis;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One case put to every group alike, or several cases with the same result.
 *
 * @param template the cluster: cases of one template resemble one another
 * @param outcomes by group; a group that does not appear did not answer
 * @param times how many such blocks there are, at least one
 */
public record Block(String template, Map<String, Outcome> outcomes, long times) {
    public Block {
        requireNonNull(template, "template");
        outcomes = Map.copyOf(outcomes);
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + ": at least 1 was expected");
        }
    }

    Outcome of(String group) {
        return outcomes.getOrDefault(group, Outcome.MISSING);
    }
}
