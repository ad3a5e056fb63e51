package dev.surety.guardrail.policy.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Cover;
import dev.surety.guardrail.policy.Expression;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyTest;
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

        @Schema(description = "The bots that it decides for; empty for every bot that has none of its own.")
        List<String> bots,

        @Schema(description = "The checks that look at every exchange.")
        List<String> checks,

        Defaults defaults,
        List<RuleView> rules,

        @Schema(description = "Every text that a customer may read by this policy.")
        List<TemplateView> templates,

        @Schema(description = "The exchanges that the policy itself says how to decide.")
        List<TestView> tests,

        @Schema(description = "The document as it was written (YAML).")
        String document,

        @Schema(
                description =
                        "All that decides, in canonical JSON (RFC 8785): the document with what it inherits, every text, the versions of the detectors. The SHA-256 of its UTF-8 is the digest.")
        String resolved) {

    /** What holds where a rule does not say otherwise. */
    public record Defaults(
            @Schema(
                    description = "What a rule comes to that cannot be judged.",
                    enumeration = {"fail_closed", "fail_open"})
            String onError,

            @Schema(description = "What follows when a rule that fails closed cannot be judged.")
            ConsequenceView degraded,

            String degradedReason,

            @Schema(description = "The reply that may be shown when a decision cannot be recorded.")
            String fallback) {
        static Defaults of(Policy.Defaults defaults) {
            return new Defaults(
                    defaults.onError().wireName(),
                    ConsequenceView.of(null, defaults.degraded()),
                    defaults.degradedReason(),
                    defaults.fallback());
        }
    }

    /** One test that stands in the policy. */
    public record TestView(String name, String stage, String expected, List<String> rules) {
        static TestView of(PolicyTest test) {
            return new TestView(
                    test.name(),
                    test.exchange().stage().wireName(),
                    test.expected().action().wireName(),
                    test.expected().rules());
        }
    }

    /** One rule in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RuleView(
            String id,
            List<String> stages,
            String check,

            @Schema(description = "What the rule is about, in one sentence.")
            String message,

            String condition,

            @Schema(description = "How its score is computed, where the policy says so.") @Nullable
            String score,

            @Nullable Double threshold,
            String reasonCode,
            @Nullable String cover,
            String onError,
            boolean enforced,

            @Schema(description = "What may follow, in order: the first whose condition holds is taken.")
            List<ConsequenceView> consequences,

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
                    rule.message(),
                    rule.when().source(),
                    rule.score() instanceof Rule.Computed(Expression<Double> expression) ? expression.source() : null,
                    threshold == null ? null : PerMille.decimal(threshold),
                    rule.reasonCode(),
                    cover == null ? null : cover.wireName(),
                    rule.onError().wireName(),
                    rule.enforced(),
                    rule.then().stream().map(ConsequenceView::of).toList(),
                    RuleWords.of(rule));
        }
    }

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.identity().id(),
                policy.identity().version(),
                policy.identity().digest(),
                policy.description(),
                policy.bots().stream().sorted().toList(),
                policy.checks().keySet().stream().sorted().toList(),
                Defaults.of(policy.defaults()),
                policy.rules().stream().map(RuleView::of).toList(),
                TemplateView.of(policy.templates()),
                policy.tests().stream().map(TestView::of).toList(),
                policy.document(),
                policy.canonical());
    }
}
