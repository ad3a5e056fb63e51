package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Obligation;
import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.policy.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What follows besides the text; which member there is besides the first two depends on the type. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Obligation")
public record ObligationView(
        @Schema(enumeration = {"escalate", "disclaimer", "label", "citation", "commitment"})
        String type,

        String rule,
        @Nullable String queue,
        @Nullable String priority,
        @Nullable String reasonCode,

        @Schema(description = "What the customer reads meanwhile; the policy judged it like any answer.") @Nullable
        String handoffText,

        @Schema(description = "The decision about the hand-off text.") @Nullable
        String handoffDecisionId,

        @Schema(
                description = "What the policy said of the intended hand-off text; after block, escalate or replace the"
                        + " policy's safe text took its place.")
        @Nullable
        String handoffAction,

        @Schema(description = "What to tell the customer where no human is there.") @Nullable
        String fallbackText,

        @Nullable String name,
        @Nullable String reference,
        @Nullable String text,
        @Nullable Boolean visible,

        @Schema(description = "The rule of law or the standard that a label follows.", examples = "eu-ai-act-50")
        @Nullable
        String scheme,

        @Schema(description = "A label for machines.") @Nullable
        Map<String, String> metadata,

        @Nullable List<SourceView> sources,
        @Nullable CommitmentView commitment) {

    /** A passage that the answer rests on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SourceView(
            String passage,
            @Nullable String source,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        static SourceView of(Obligation.Source source) {
            return new SourceView(source.passage(), source.source(), source.validFrom(), source.validTo());
        }
    }

    /** What the answer promises, and where it does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CommitmentView(
            @Schema(examples = "refund") String kind,

            String path,
            int start,
            int end,

            @Schema(description = "In the currency's smallest unit.", examples = "4990") @Nullable
            Long amountMinor,

            @Nullable String currency,

            @Schema(description = "A share, 0 to 1.", examples = "0.1") @Nullable
            Double share,

            @Nullable LocalDate dueOn,
            @Nullable Integer dueWithinDays) {
        static CommitmentView of(Commitment commitment) {
            Commitment.Money amount = commitment.amount();
            Integer share = commitment.sharePerMille();
            Commitment.Due due = commitment.due();
            return new CommitmentView(
                    commitment.kind(),
                    commitment.place().path(),
                    commitment.place().start(),
                    commitment.place().end(),
                    amount == null ? null : amount.minorUnits(),
                    amount == null ? null : amount.currency(),
                    share == null ? null : PerMille.decimal(share),
                    due == null ? null : due.on(),
                    due == null ? null : due.withinDays());
        }
    }

    /** The obligation as the caller reads it. */
    static ObligationView of(Obligation obligation, Evaluation evaluation) {
        return switch (obligation) {
            case Obligation.Escalation escalation -> escalation(escalation, evaluation);
            case Obligation.Disclaimer(var rule, var name, var reference, var text) ->
                text("disclaimer", rule, name, reference, text, null, null, null);
            case Obligation.Label(var rule, var name, var reference, var text, var visible, var scheme, var metadata) ->
                text("label", rule, name, reference, text, visible, scheme, metadata);
            case Obligation.Citation(var rule, var sources) ->
                beside("citation", rule, sources.stream().map(SourceView::of).toList(), null);
            case Obligation.Promise(var rule, var commitment) ->
                beside("commitment", rule, null, CommitmentView.of(commitment));
        };
    }

    private static ObligationView escalation(Obligation.Escalation escalation, Evaluation evaluation) {
        Templates.Text fallback = escalation.fallback();
        return new ObligationView(
                "escalate",
                escalation.rule(),
                escalation.queue(),
                escalation.priority().name(),
                escalation.reasonCode(),
                escalation.handoff().text().content(),
                evaluation.handoffId(escalation.handoff()).toString(),
                escalation.handoff().action().wireName(),
                fallback == null ? null : fallback.content(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ObligationView text(
            String type,
            String rule,
            String name,
            String reference,
            String text,
            @Nullable Boolean visible,
            @Nullable String scheme,
            @Nullable Map<String, String> metadata) {
        return new ObligationView(
                type, rule, null, null, null, null, null, null, null, name, reference, text, visible, scheme, metadata,
                null, null);
    }

    private static ObligationView beside(
            String type, String rule, @Nullable List<SourceView> sources, @Nullable CommitmentView commitment) {
        return new ObligationView(
                type,
                rule,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                sources,
                commitment);
    }
}
