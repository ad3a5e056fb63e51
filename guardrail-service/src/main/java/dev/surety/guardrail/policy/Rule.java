package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Stage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy: when its condition holds, the first branch whose own condition holds decides.
 *
 * @param check the check that the rule speaks for; {@link #NO_CHECK} when it asks none
 * @param needs every check that must have answered before the rule can be decided
 * @param categories the findings that belong to the rule; empty for all of its check's
 * @param score how strongly the rule speaks, as its condition sees it
 * @param thresholdPerMille what the score is compared with; null when the rule compares with nothing
 * @param enforced whether the result counts towards the action, or is only reported
 */
public record Rule(
        String id,
        Set<Stage> stages,
        String check,
        Set<String> needs,
        Set<String> categories,
        Expression<Boolean> when,
        Score score,
        @Nullable Integer thresholdPerMille,
        List<Branch> then,
        String reasonCode,
        String message,
        @Nullable Cover cover,
        OnError onError,
        boolean enforced) {
    /** Stands where a rule asks no check. */
    public static final String NO_CHECK = "policy";

    public Rule {
        requireNonNull(id, "id");
        stages = Set.copyOf(stages);
        requireNonNull(check, "check");
        needs = Set.copyOf(needs);
        categories = Set.copyOf(categories);
        requireNonNull(when, "when");
        requireNonNull(score, "score");
        then = List.copyOf(then);
        if (then.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " has no consequence");
        }
        requireNonNull(reasonCode, "reasonCode");
        requireNonNull(message, "message");
        requireNonNull(onError, "onError");
    }

    /** A consequence and when it is taken; without a condition, always. */
    public record Branch(@Nullable Expression<Boolean> condition, Consequence consequence) {
        public Branch {
            requireNonNull(consequence, "consequence");
        }
    }

    /** Where the score of a rule comes from; sealed, because each kind is computed in its own way. */
    public sealed interface Score {}

    /** The policy says how to compute it. */
    public record Computed(Expression<Double> expression) implements Score {}

    /** The highest score of the rule's findings. */
    public record HighestFinding() implements Score {}

    /** The score of the check. */
    public record OfCheck() implements Score {}

    /** The rule has no degree: it fires fully or not at all. */
    public record AllOrNothing() implements Score {}

    /** Whether a finding of that category belongs to this rule. */
    public boolean claims(String category) {
        return categories.isEmpty() || categories.contains(category);
    }
}
