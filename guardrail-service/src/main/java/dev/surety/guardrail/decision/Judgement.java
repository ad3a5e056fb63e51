package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Consequence;
import dev.surety.guardrail.policy.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of one rule, before the text is composed.
 *
 * @param consequence what follows; null when nothing does
 * @param findings all findings of the rule, also those that the result does not list
 * @param commitments what the rule's check heard promised
 */
record Judgement(
        Rule rule,
        RuleResult result,
        @Nullable Consequence consequence,
        List<Finding> findings,
        List<Commitment> commitments) {
    Judgement {
        requireNonNull(rule, "rule");
        requireNonNull(result, "result");
        findings = List.copyOf(findings);
        commitments = List.copyOf(commitments);
    }

    Action action() {
        return result.action();
    }

    /** Whether the text, the action and the obligations have to heed it. */
    boolean counts() {
        return consequence != null && result.enforced();
    }
}
