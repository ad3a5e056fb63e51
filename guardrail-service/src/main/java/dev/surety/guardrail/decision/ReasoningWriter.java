package dev.surety.guardrail.decision;

import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.VariableType;
import dev.surety.guardrail.policy.Variables;
import dev.surety.guardrail.policy.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down all that a rule was decided by. */
final class ReasoningWriter {
    private final Rule rule;
    private final Observations observations;

    ReasoningWriter(Rule rule, Observations observations) {
        this.rule = rule;
        this.observations = observations;
    }

    /** The reasoning that led to that branch; null when a value of it is too much to be written down. */
    @Nullable
    Reasoning write(Rule.Branch taken, Variables seen) {
        List<Reasoning.Branch> branches = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(rule.when().inputs());
        for (Rule.Branch branch : rule.then()) {
            Expression<Boolean> condition = branch.condition();
            names.addAll(condition == null ? List.of() : condition.inputs());
            branches.add(new Reasoning.Branch(
                    condition == null ? null : condition.source(),
                    branch.consequence().action()));
        }
        List<Reasoning.Input> inputs = new ArrayList<>();
        for (String name : names) {
            Object value = seen.value(name);
            if (value == null || (value instanceof List<?> list && list.size() > RuleResult.MOST_FINDINGS)) {
                return null;
            }
            inputs.add(new Reasoning.Input(name, type(name), value));
        }
        return new Reasoning(rule.when().source(), branches, rule.then().indexOf(taken), inputs);
    }

    private VariableType type(String name) {
        return switch (name) {
            case Vocabulary.SCORE, Vocabulary.THRESHOLD -> VariableType.DECIMAL;
            case String _ -> observations.type(name);
        };
    }
}
