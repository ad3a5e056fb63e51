package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Variables;
import dev.surety.guardrail.policy.Vocabulary;
import org.jspecify.annotations.Nullable;

/** The variables of an exchange together with the score and the threshold of the rule that asks. */
record RuleVariables(
        Variables exchange, double score, @Nullable Integer thresholdPerMille) implements Variables {
    @Override
    public @Nullable Object value(String name) {
        return switch (name) {
            case Vocabulary.SCORE -> score;
            case Vocabulary.THRESHOLD -> thresholdPerMille == null ? null : PerMille.decimal(thresholdPerMille);
            case String _ -> exchange.value(name);
        };
    }
}
