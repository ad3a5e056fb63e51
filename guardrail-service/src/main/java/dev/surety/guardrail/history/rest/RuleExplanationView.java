package dev.surety.guardrail.history.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.history.Counterfactual;
import dev.surety.guardrail.history.Counterfactuals;
import dev.surety.guardrail.history.PastDecision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why one rule said what it said, for those who answer for it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RuleExplanation")
public record RuleExplanationView(
        @Schema(description = "Its place among the rules of the stage, from 1.")
        int order,

        String rule,
        String status,
        String action,
        boolean enforced,
        String condition,

        @Schema(description = "The values that the condition saw.")
        Map<String, String> inputs,

        @Nullable Double threshold,

        @Schema(description = "The consequences in order, where one of them was taken.") @Nullable
        List<BranchView> branches,

        @Schema(description = "Which of them it was, from 1.") @Nullable
        Integer matched,

        @Schema(description = "The line of insurance cover that the rule protects.") @Nullable
        String cover,

        @Schema(
                description =
                        "Single changes that would have let the exchange pass this rule, each found by deciding it again.")
        @Nullable
        List<CounterfactualView> counterfactuals,

        @Schema(description = "What would have been decided if this rule had passed.") @Nullable
        String decisionWithout) {

    /** One consequence and when it is taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BranchView(@Nullable String condition, String action) {}

    /** One change that would have sufficed. */
    public record CounterfactualView(String input, String was, String needed, String sentence) {
        static CounterfactualView of(Counterfactual found) {
            return new CounterfactualView(found.input(), found.was(), found.needed(), found.sentence());
        }
    }

    static List<RuleExplanationView> of(PastDecision decision, Counterfactuals counterfactuals) {
        List<ExchangeEvaluated.RuleResult> results = decision.reasons().results();
        return IntStream.range(0, results.size())
                .mapToObj(i -> of(i + 1, results.get(i), results, counterfactuals))
                .toList();
    }

    private static RuleExplanationView of(
            int order,
            ExchangeEvaluated.RuleResult result,
            List<ExchangeEvaluated.RuleResult> all,
            Counterfactuals counterfactuals) {
        ExchangeEvaluated.Reasoning reasoning = result.reasoning();
        boolean asks = result.action() != Action.ALLOW;
        return new RuleExplanationView(
                order,
                result.rule(),
                result.status(),
                ExplanationView.lower(result.action()),
                result.enforced(),
                result.condition(),
                result.inputs(),
                result.inputs().containsKey("threshold") ? result.thresholdPerMille() / 1000.0 : null,
                reasoning == null
                        ? null
                        : reasoning.then().stream()
                                .map(branch ->
                                        new BranchView(branch.condition(), ExplanationView.lower(branch.action())))
                                .toList(),
                reasoning == null ? null : reasoning.matched() + 1,
                result.cover(),
                reasoning == null || !asks
                        ? null
                        : counterfactuals.of(reasoning).stream()
                                .map(CounterfactualView::of)
                                .toList(),
                asks && result.enforced() ? without(result, all) : null);
    }

    /** The strongest of what the other enforced rules asked for. */
    private static String without(ExchangeEvaluated.RuleResult left, List<ExchangeEvaluated.RuleResult> all) {
        return all.stream()
                .filter(result -> !result.rule().equals(left.rule()) && result.enforced())
                .map(ExchangeEvaluated.RuleResult::action)
                .min(Comparator.naturalOrder())
                .map(ExplanationView::lower)
                .orElse("allow");
    }
}
