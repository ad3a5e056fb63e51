package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Exchange;
import java.util.List;

/** An exchange that stands in the policy itself, and the decision that its author expects of it. */
public record PolicyTest(String name, Exchange exchange, Expectation expected) {
    public PolicyTest {
        requireNonNull(name, "name");
        requireNonNull(exchange, "exchange");
        requireNonNull(expected, "expected");
    }

    /**
     * What the decision has to be.
     *
     * @param rules rules that have to fire
     * @param silent rules that must not fire
     * @param contains what the delivered text has to contain
     * @param omits what the delivered text must not contain
     */
    public record Expectation(
            Action action, List<String> rules, List<String> silent, List<String> contains, List<String> omits) {
        public Expectation {
            requireNonNull(action, "action");
            rules = List.copyOf(rules);
            silent = List.copyOf(silent);
            contains = List.copyOf(contains);
            omits = List.copyOf(omits);
        }
    }
}
