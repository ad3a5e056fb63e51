package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.VariableType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a rule was decided by, so that it can be decided again without the policy and asked what another value would
 * have changed.
 *
 * @param when the condition of the rule
 * @param then its consequences, in order
 * @param matched which of them was taken
 * @param inputs every value that one of the conditions may ask for
 */
public record Reasoning(String when, List<Branch> then, int matched, List<Input> inputs) {
    public Reasoning {
        requireNonNull(when, "when");
        then = List.copyOf(then);
        inputs = List.copyOf(inputs);
        if (matched < 0 || matched >= then.size()) {
            throw new IllegalArgumentException("no branch " + matched + " among " + then.size());
        }
    }

    /** One consequence and when it is taken; without a condition, always. */
    public record Branch(@Nullable String condition, Action action) {
        public Branch {
            requireNonNull(action, "action");
        }
    }

    /** A value by the name that conditions use. */
    public record Input(String name, VariableType type, Object value) {
        public Input {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            requireNonNull(value, "value");
        }
    }
}
