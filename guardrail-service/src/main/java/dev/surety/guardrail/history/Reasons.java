package dev.surety.guardrail.history;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why something was decided: the parts of the record that explain it. They carry values, offsets and names, and no
 * text of the exchange or of a template.
 */
public record Reasons(
        List<ExchangeEvaluated.RuleResult> results,
        List<ExchangeEvaluated.Edit> edits,
        List<ExchangeEvaluated.Obligation> obligations,
        List<ExchangeEvaluated.Degradation> degraded,
        List<ExchangeEvaluated.CheckRun> checks,
        List<ExchangeEvaluated.Handoff> handoffs) {
    public Reasons {
        results = List.copyOf(results);
        edits = List.copyOf(edits);
        obligations = List.copyOf(obligations);
        degraded = List.copyOf(degraded);
        checks = List.copyOf(checks);
        handoffs = List.copyOf(handoffs);
    }

    /** The reasons of an evaluated exchange. */
    public static Reasons of(ExchangeEvaluated exchange) {
        return new Reasons(
                exchange.results(),
                exchange.delivered().edits().stream().map(Reasons::withoutText).toList(),
                exchange.obligations().stream().map(Reasons::withoutTexts).toList(),
                exchange.degraded(),
                orEmpty(exchange.checks()),
                orEmpty(exchange.handoffs()));
    }

    private static ExchangeEvaluated.Edit withoutText(ExchangeEvaluated.Edit edit) {
        return new ExchangeEvaluated.Edit(edit.operation(), edit.rule(), edit.start(), edit.end(), edit.reference());
    }

    /** Templates are named by their references; what they say stands in the policy. */
    private static ExchangeEvaluated.Obligation withoutTexts(ExchangeEvaluated.Obligation obligation) {
        TreeMap<String, String> details = new TreeMap<>(obligation.details());
        var _ = details.remove("text");
        var _ = details.remove("handoffText");
        var _ = details.remove("fallbackText");
        return new ExchangeEvaluated.Obligation(obligation.type(), obligation.rule(), details);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
