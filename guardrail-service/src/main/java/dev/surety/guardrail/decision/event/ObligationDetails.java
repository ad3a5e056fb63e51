package dev.surety.guardrail.decision.event;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Handoff;
import dev.surety.guardrail.decision.Obligation;
import dev.surety.guardrail.evaluation.Commitment;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says obligations in the words of the contract: a type, and details as text. */
final class ObligationDetails {
    private final Map<String, String> details = new TreeMap<>();

    private ObligationDetails() {}

    static ExchangeEvaluated.Obligation of(Obligation obligation, Evaluation evaluation) {
        ObligationDetails details = new ObligationDetails();
        return switch (obligation) {
            case Obligation.Escalation escalation ->
                details.escalation(escalation, evaluation).as("escalate", escalation.rule());
            case Obligation.Disclaimer disclaimer ->
                details.with("name", disclaimer.name())
                        .with("reference", disclaimer.reference())
                        .with("text", disclaimer.text())
                        .as("disclaimer", disclaimer.rule());
            case Obligation.Label label -> details.label(label).as("label", label.rule());
            case Obligation.Citation citation -> details.citation(citation).as("citation", citation.rule());
            case Obligation.Promise promise ->
                details.promise(promise.commitment()).as("commitment", promise.rule());
        };
    }

    private ExchangeEvaluated.Obligation as(String type, String rule) {
        return new ExchangeEvaluated.Obligation(type, rule, details);
    }

    private ObligationDetails with(String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
        return this;
    }

    private ObligationDetails escalation(Obligation.Escalation escalation, Evaluation evaluation) {
        Handoff handoff = escalation.handoff();
        var fallback = escalation.fallback();
        return with("queue", escalation.queue())
                .with("priority", escalation.priority().name())
                .with("reasonCode", escalation.reasonCode())
                .with("handoffText", handoff.text().content())
                .with("handoffReference", handoff.text().reference())
                .with("handoffDecisionId", evaluation.handoffId(handoff))
                .with("handoffAction", handoff.action().wireName())
                .with("fallbackText", fallback == null ? null : fallback.content());
    }

    private ObligationDetails label(Obligation.Label label) {
        label.metadata().forEach((name, value) -> with("metadata." + name, value));
        return with("name", label.name())
                .with("reference", label.reference())
                .with("text", label.text())
                .with("visible", label.visible())
                .with("scheme", label.scheme());
    }

    private ObligationDetails citation(Obligation.Citation citation) {
        for (int i = 0; i < citation.sources().size(); i++) {
            Obligation.Source source = citation.sources().get(i);
            String place = "sources[" + i + "].";
            var _ = with(place + "passage", source.passage())
                    .with(place + "source", source.source())
                    .with(place + "validFrom", source.validFrom())
                    .with(place + "validTo", source.validTo());
        }
        return this;
    }

    private ObligationDetails promise(Commitment commitment) {
        Commitment.Money amount = commitment.amount();
        Commitment.Due due = commitment.due();
        return with("kind", commitment.kind())
                .with("path", commitment.place().path())
                .with("start", commitment.place().start())
                .with("end", commitment.place().end())
                .with("amountMinor", amount == null ? null : amount.minorUnits())
                .with("currency", amount == null ? null : amount.currency())
                .with("sharePerMille", commitment.sharePerMille())
                .with("dueOn", due == null ? null : due.on())
                .with("dueWithinDays", due == null ? null : due.withinDays());
    }
}
