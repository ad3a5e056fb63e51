package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Degradation;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Examination;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.Streaming;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Cover;
import dev.surety.guardrail.policy.Policy;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision as the caller reads it. A blocked answer is an answer like any other. */
@Schema(description = "What may be delivered, what follows, and why.")
public record EvaluationView(
        @Schema(description = "The decision; the same requestId always gets the same one.")
        String id,

        @Schema(enumeration = {"block", "escalate", "replace", "redact", "annotate", "allow"})
        String action,

        Effective effective,
        List<ObligationView> obligations,
        PolicyReference policy,

        @Schema(description = "Every rule that was looked at, whether it fired or not.")
        List<ResultView> results,

        @Schema(description = "Checks that could not do their work, and what the policy made of it.")
        List<DegradationView> degraded,

        Timing timing) {

    /** The text that may go on its way. */
    @Schema(
            description =
                    "At stage input the text is for the model, unless action is block, escalate or replace; several"
                            + " messages that the customer wrote in a row are one text, joined by line breaks.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effective(
            String text,
            List<EditView> edits,

            @Schema(
                    description =
                            "What the pseudonyms in the text stand for, sealed for this conversation; keep it beside the"
                                    + " text and send it to /v1/pseudonyms/reveal to restore a text.")
            @Nullable
            String sealedPseudonyms,

            @Schema(description = "How the text went out while the bot was still writing; only in streams.") @Nullable
            StreamingView streaming) {}

    /** How an answer went out while it was being written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StreamingView(
            @Schema(enumeration = {"hold", "buffer", "optimistic"})
            String mode,

            int releasedUpTo,
            @Nullable Long firstReleaseMicros,
            boolean complete,
            boolean retracted) {
        static @Nullable StreamingView of(@Nullable Streaming streaming) {
            return streaming == null
                    ? null
                    : new StreamingView(
                            streaming.mode().wireName(),
                            streaming.releasedUpTo(),
                            streaming.firstReleaseMicros(),
                            streaming.complete(),
                            streaming.retracted());
        }
    }

    /** One edit, in UTF-16 code units of the text before any edit. */
    @Schema(
            description =
                    "Edits stand in the order of the text and apart from each other: putting each one's text in the"
                            + " place of its span gives effective.text.")
    public record EditView(String operation, String rule, int start, int end, String reference, String text) {
        /** The edit as the caller reads it. */
        public static EditView of(TextEdit edit) {
            return new EditView(
                    edit.operation().wireName(), edit.rule(), edit.start(), edit.end(), edit.reference(), edit.text());
        }
    }

    /** The policy that decided. */
    public record PolicyReference(String id, int version, String digest) {
        static PolicyReference of(Policy.Identity identity) {
            return new PolicyReference(identity.id(), identity.version(), identity.digest());
        }
    }

    /** What one rule saw and said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            String rule,
            String check,

            @Schema(enumeration = {"pass", "fail", "error", "timeout"})
            String status,

            boolean enforced,
            String action,
            double score,
            @Nullable Double threshold,
            String reasonCode,
            @Nullable String cover,
            String condition,

            @Schema(description = "The values that the condition saw.")
            Map<String, Object> inputs,

            List<FindingView> findings,
            String message,

            @Schema(description = "The check and its version.")
            String detectorVersion) {
        static ResultView of(RuleResult result) {
            Integer threshold = result.thresholdPerMille();
            Cover cover = result.cover();
            return new ResultView(
                    result.rule(),
                    result.check(),
                    result.status().wireName(),
                    result.enforced(),
                    result.action().wireName(),
                    PerMille.decimal(result.scorePerMille()),
                    threshold == null ? null : PerMille.decimal(threshold),
                    result.reasonCode(),
                    cover == null ? null : cover.wireName(),
                    result.condition(),
                    result.inputs(),
                    result.findings().stream()
                            .map(finding -> FindingView.of(finding, result.detector()))
                            .toList(),
                    result.message(),
                    result.detector());
        }
    }

    /** A place in a text, never the text itself; offsets in UTF-16 code units. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FindingView(
            String category,
            String path,
            int start,
            int end,
            double score,
            String detector,

            @Schema(description = "What the finding was compared with in another text, for example a passage.")
            Finding.@Nullable Basis basis) {
        static FindingView of(Finding finding, String detector) {
            return new FindingView(
                    finding.category(),
                    finding.path(),
                    finding.start(),
                    finding.end(),
                    PerMille.decimal(finding.scorePerMille()),
                    detector,
                    finding.basis());
        }
    }

    /** A check that could not do its work. */
    public record DegradationView(String check, String status, String onError) {
        static DegradationView of(Degradation degradation) {
            return new DegradationView(
                    degradation.check(),
                    degradation.status().wireName(),
                    degradation.onError().wireName());
        }
    }

    /** How long deciding took, without writing it down. */
    public record Timing(
            long decisionMicros,

            @Schema(description = "Every check that was asked, and how long it took.")
            List<CheckTiming> checks) {}

    /** How long one check took. */
    public record CheckTiming(
            String check,
            String detector,

            @Schema(enumeration = {"done", "error", "timeout"})
            String status,

            long micros) {
        static CheckTiming of(Examination.Observed observed) {
            String status = observed.timedOut() ? "timeout" : "error";
            return new CheckTiming(
                    observed.check(),
                    observed.detector(),
                    observed.result().isPresent() ? "done" : status,
                    observed.micros());
        }
    }

    /** The decision as the caller reads it. */
    public static EvaluationView of(Evaluation evaluation) {
        return of(evaluation, null);
    }

    static EvaluationView of(Evaluation evaluation, @Nullable String sealedPseudonyms) {
        Decision decision = evaluation.decision();
        return new EvaluationView(
                evaluation.id().toString(),
                decision.action().wireName(),
                new Effective(
                        decision.delivered().text(),
                        decision.delivered().edits().stream().map(EditView::of).toList(),
                        sealedPseudonyms,
                        StreamingView.of(decision.delivered().streaming())),
                decision.obligations().stream()
                        .map(obligation -> ObligationView.of(obligation, evaluation))
                        .toList(),
                PolicyReference.of(decision.policy()),
                decision.results().stream().map(ResultView::of).toList(),
                decision.degraded().stream().map(DegradationView::of).toList(),
                new Timing(
                        evaluation.durationMicros(),
                        evaluation.checks().stream().map(CheckTiming::of).toList()));
    }
}
