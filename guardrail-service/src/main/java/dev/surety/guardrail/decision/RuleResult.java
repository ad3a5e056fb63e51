package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Cover;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule saw and said, whether it fired or not: silence has to be explained too.
 *
 * @param detector the check and its version, for example {@code pii@2}
 * @param enforced whether the result counts towards the action
 * @param condition what had to hold, as the policy writes it
 * @param inputs the values that the condition saw, by name; lists of findings appear as their number
 * @param findings where in the texts, at most {@link #MOST_FINDINGS}
 * @param reasoning all that the rule was decided by; null where nothing followed from it, or where that is too much to
 *     be written down
 */
public record RuleResult(
        String rule,
        String check,
        String detector,
        Status status,
        boolean enforced,
        Action action,
        int scorePerMille,
        @Nullable Integer thresholdPerMille,
        String reasonCode,
        @Nullable Cover cover,
        String condition,
        Map<String, Object> inputs,
        List<Finding> findings,
        String message,
        @Nullable Reasoning reasoning) {
    /** More would fill the record without explaining anything more. */
    public static final int MOST_FINDINGS = 100;

    public RuleResult {
        requireNonNull(rule, "rule");
        requireNonNull(check, "check");
        requireNonNull(detector, "detector");
        requireNonNull(status, "status");
        requireNonNull(action, "action");
        PerMille.require(scorePerMille, "scorePerMille");
        requireNonNull(reasonCode, "reasonCode");
        requireNonNull(condition, "condition");
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        findings = findings.size() <= MOST_FINDINGS
                ? List.copyOf(findings)
                : List.copyOf(findings.subList(0, MOST_FINDINGS));
        requireNonNull(message, "message");
    }
}
