package dev.surety.guardrail.history;

import static java.util.Objects.requireNonNull;

/**
 * One single change that would have let an exchange pass a rule, found by deciding the rule again.
 *
 * @param input the value that would have been another
 * @param was what the condition saw
 * @param needed what it would have had to see, in words
 */
public record Counterfactual(String input, String was, String needed) {
    public Counterfactual {
        requireNonNull(input, "input");
        requireNonNull(was, "was");
        requireNonNull(needed, "needed");
    }

    /** In a sentence. */
    public String sentence() {
        return "Would have passed " + needed + "; was " + was + ".";
    }
}
