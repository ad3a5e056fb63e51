package dev.surety.guardrail.history.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision, as far as the caller's role may see it; none sees what was said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Explanation", description = "Why it was decided so; which members there are depends on the role.")
public record ExplanationView(
        String id,
        String action,
        String bot,
        String stage,
        String conversation,
        Instant evaluatedAt,
        PolicyView policy,

        @Schema(description = "In one sentence, for people who talk to the customer.") @Nullable
        String sentence,

        @Schema(description = "Where in the texts, never the texts themselves.") @Nullable
        List<FindingView> findings,

        @Schema(description = "For integrators, and for those who answer for the policy.") @Nullable
        Details details,

        @Schema(description = "For those who answer for the policy: every rule in its order.") @Nullable
        List<RuleExplanationView> rules,

        @Schema(description = "What people said of the decision; only for those who answer for the policy.") @Nullable
        List<VerdictView> verdicts) {

    /** The policy that decided. */
    @Schema(name = "DecidingPolicy")
    public record PolicyView(String id, int version, String digest) {}

    /** A place in a text. */
    public record FindingView(String rule, String category, String path, int start, int end) {
        static List<FindingView> of(PastDecision decision) {
            return decision.reasons().results().stream()
                    .filter(result -> !result.status().equals("pass"))
                    .flatMap(result -> result.findings().stream()
                            .map(finding -> new FindingView(
                                    result.rule(), finding.category(), finding.path(), finding.start(), finding.end())))
                    .toList();
        }
    }

    /** What was done and what follows. */
    public record Details(
            List<ResultView> results,
            List<ObligationDetailView> obligations,
            List<EditPlaceView> edits,
            List<DegradedView> degraded,
            List<CheckView> checks,
            long decisionMicros) {
        static Details of(PastDecision decision) {
            var reasons = decision.reasons();
            return new Details(
                    reasons.results().stream().map(ResultView::of).toList(),
                    reasons.obligations().stream()
                            .map(one -> new ObligationDetailView(one.type(), one.rule(), one.details()))
                            .toList(),
                    reasons.edits().stream()
                            .map(edit -> new EditPlaceView(
                                    edit.operation(), edit.rule(), edit.start(), edit.end(), edit.reference()))
                            .toList(),
                    reasons.degraded().stream()
                            .map(one -> new DegradedView(one.check(), one.status(), one.onError()))
                            .toList(),
                    reasons.checks().stream()
                            .map(one -> new CheckView(one.check(), one.detector(), one.status(), one.durationMicros()))
                            .toList(),
                    decision.timing().durationMicros());
        }
    }

    /** What one rule said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            String rule,
            String check,
            String status,
            boolean enforced,
            String action,
            double score,
            @Nullable String reasonCode,
            String message,
            @Nullable String detectorVersion) {
        static ResultView of(ExchangeEvaluated.RuleResult result) {
            return new ResultView(
                    result.rule(),
                    result.check(),
                    result.status(),
                    result.enforced(),
                    lower(result.action()),
                    result.scorePerMille() / 1000.0,
                    result.reasonCode(),
                    result.message(),
                    result.detector());
        }
    }

    /** What follows besides the text, without the texts of templates. */
    public record ObligationDetailView(String type, String rule, Map<String, String> details) {}

    /** Where the text was changed. */
    public record EditPlaceView(String operation, String rule, int start, int end, String reference) {}

    /** What could not do its work. */
    public record DegradedView(String check, String status, String onError) {}

    /** What one check cost. */
    public record CheckView(String check, String detector, String status, long micros) {}

    /** What somebody said of the decision. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VerdictView(String verdict, @Nullable String rule, String person, Instant judgedAt) {
        static VerdictView of(Verdict verdict) {
            return new VerdictView(
                    verdict.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    verdict.rule(),
                    verdict.person(),
                    verdict.judgedAt());
        }
    }

    static ExplanationView of(
            PastDecision decision,
            @Nullable String sentence,
            @Nullable List<FindingView> findings,
            @Nullable Details details,
            @Nullable List<RuleExplanationView> rules,
            @Nullable List<VerdictView> verdicts) {
        return new ExplanationView(
                decision.id().toString(),
                decision.action(),
                decision.setting().bot(),
                decision.setting().stage(),
                decision.setting().conversationId(),
                decision.timing().evaluatedAt(),
                new PolicyView(
                        decision.policy().id(),
                        decision.policy().version(),
                        decision.policy().digest()),
                sentence,
                findings,
                details,
                rules,
                verdicts);
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
