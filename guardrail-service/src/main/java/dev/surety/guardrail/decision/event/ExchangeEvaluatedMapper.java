package dev.surety.guardrail.decision.event;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.Stage;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Delivered;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Obligation;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says an evaluation in the words of the contract. */
final class ExchangeEvaluatedMapper {
    private ExchangeEvaluatedMapper() {}

    static ExchangeEvaluated event(Evaluation evaluation, ExchangeEvaluated.Producer producer) {
        Exchange exchange = evaluation.exchange();
        Decision decision = evaluation.decision();
        return new ExchangeEvaluated(
                evaluation.id().toString(),
                evaluation.request().requestId(),
                evaluation.request().digest(),
                evaluation.request().bot(),
                stage(exchange),
                conversation(exchange.conversation()),
                new ExchangeEvaluated.Customer(
                        exchange.customer().ref(), exchange.customer().consents()),
                exchange.messages().stream()
                        .map(message ->
                                new ExchangeEvaluated.Message(message.role().wireName(), message.content()))
                        .toList(),
                response(exchange.response()),
                exchange.passages().stream()
                        .map(ExchangeEvaluatedMapper::passage)
                        .toList(),
                action(decision.action()),
                delivered(decision.delivered()),
                decision.obligations().stream()
                        .map(ExchangeEvaluatedMapper::obligation)
                        .toList(),
                new ExchangeEvaluated.PolicyReference(
                        decision.policy().id(),
                        decision.policy().version(),
                        decision.policy().digest()),
                decision.results().stream().map(ExchangeEvaluatedMapper::result).toList(),
                decision.degraded().stream()
                        .map(degradation -> new ExchangeEvaluated.Degradation(
                                degradation.check(),
                                degradation.status().wireName(),
                                degradation.onError().wireName()))
                        .toList(),
                exchange.attributes(),
                producer,
                evaluation.evaluatedAt(),
                evaluation.durationMicros());
    }

    private static Stage stage(Exchange exchange) {
        return switch (exchange.stage()) {
            case INPUT -> Stage.INPUT;
            case OUTPUT -> Stage.OUTPUT;
        };
    }

    private static Action action(dev.surety.guardrail.policy.Action action) {
        return switch (action) {
            case BLOCK -> Action.BLOCK;
            case ESCALATE -> Action.ESCALATE;
            case REPLACE -> Action.REPLACE;
            case REDACT -> Action.REDACT;
            case ANNOTATE -> Action.ANNOTATE;
            case ALLOW -> Action.ALLOW;
        };
    }

    private static ExchangeEvaluated.Conversation conversation(Conversation conversation) {
        return new ExchangeEvaluated.Conversation(
                conversation.id(),
                conversation.turn(),
                conversation.channel(),
                conversation.locale().toLanguageTag(),
                conversation.jurisdiction());
    }

    private static ExchangeEvaluated.@Nullable Response response(@Nullable Response response) {
        return response == null
                ? null
                : new ExchangeEvaluated.Response(response.content(), response.model(), response.promptVersion());
    }

    private static ExchangeEvaluated.Passage passage(Passage passage) {
        return new ExchangeEvaluated.Passage(
                passage.id(),
                passage.text(),
                passage.scorePerMille(),
                passage.source(),
                passage.cited(),
                day(passage.validFrom()),
                day(passage.validTo()));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static ExchangeEvaluated.Delivered delivered(Delivered delivered) {
        return new ExchangeEvaluated.Delivered(
                delivered.text(),
                delivered.edits().stream()
                        .map(edit -> new ExchangeEvaluated.Edit(
                                edit.operation().wireName(), edit.rule(), edit.start(), edit.end(), edit.reference()))
                        .toList());
    }

    private static ExchangeEvaluated.Obligation obligation(Obligation obligation) {
        return switch (obligation) {
            case Obligation.Escalation escalation ->
                new ExchangeEvaluated.Obligation(
                        "escalate",
                        escalation.rule(),
                        Map.of(
                                "queue", escalation.queue(),
                                "priority", escalation.priority().name(),
                                "reasonCode", escalation.reasonCode(),
                                "handoffText", escalation.handoffText()));
            case Obligation.Disclaimer disclaimer ->
                new ExchangeEvaluated.Obligation(
                        "disclaimer",
                        disclaimer.rule(),
                        Map.of(
                                "name", disclaimer.name(),
                                "reference", disclaimer.reference(),
                                "text", disclaimer.text()));
            case Obligation.Label label ->
                new ExchangeEvaluated.Obligation(
                        "label",
                        label.rule(),
                        Map.of(
                                "name", label.name(),
                                "reference", label.reference(),
                                "text", label.text(),
                                "visible", String.valueOf(label.visible())));
        };
    }

    private static ExchangeEvaluated.RuleResult result(RuleResult result) {
        Integer threshold = result.thresholdPerMille();
        return new ExchangeEvaluated.RuleResult(
                result.rule(),
                result.check(),
                result.status().wireName(),
                result.enforced(),
                action(result.action()),
                result.scorePerMille(),
                threshold == null ? 0 : threshold,
                result.reasonCode(),
                result.condition(),
                inputs(result.inputs()),
                result.findings().stream()
                        .map(finding -> new ExchangeEvaluated.Finding(
                                finding.category(),
                                finding.path(),
                                finding.start(),
                                finding.end(),
                                finding.scorePerMille(),
                                result.detector()))
                        .toList(),
                result.message());
    }

    private static Map<String, String> inputs(Map<String, Object> inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .sorted()
                        .collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }
}
