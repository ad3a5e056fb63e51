package dev.surety.guardrail.policy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Cover;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.Rule;
import dev.surety.guardrail.policy.RuleWords;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A policy in force, for people: its rules in words, and the document they were compiled from. */
@Schema(description = "The policy in force for a bot, with its rules in words.")
public record PolicyView(
        @Schema(examples = "baseline") String id,

        @Schema(examples = "1") int version,

        @Schema(
                description =
                        "SHA-256 of the canonical document with the versions of its checks, as decisions name it.")
        String digest,

        String description,

        @Schema(description = "The checks that look at every exchange.")
        List<String> checks,

        List<RuleView> rules,

        @Schema(description = "The document as it was written (YAML).")
        String document) {

    /** One rule in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleView(
            String id,
            List<String> stages,
            String check,
            String condition,
            @Nullable Double threshold,
            String reasonCode,
            @Nullable String cover,
            String onError,
            boolean enforced,
            List<String> words) {
        static RuleView of(Rule rule) {
            Integer threshold = rule.thresholdPerMille();
            Cover cover = rule.cover();
            return new RuleView(
                    rule.id(),
                    Arrays.stream(Stage.values())
                            .filter(rule.stages()::contains)
                            .map(Stage::wireName)
                            .toList(),
                    rule.check(),
                    rule.when().source(),
                    threshold == null ? null : PerMille.decimal(threshold),
                    rule.reasonCode(),
                    cover == null ? null : cover.wireName(),
                    rule.onError().wireName(),
                    rule.enforced(),
                    RuleWords.of(rule));
        }
    }

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.identity().id(),
                policy.identity().version(),
                policy.identity().digest(),
                policy.description(),
                policy.checks().keySet().stream().sorted().toList(),
                policy.rules().stream().map(RuleView::of).toList(),
                policy.document());
    }
}
