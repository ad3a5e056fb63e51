package dev.surety.guardrail.decision.event;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.Stage;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Delivered;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Examination;
import dev.surety.guardrail.decision.Handoff;
import dev.surety.guardrail.decision.Streaming;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.Response;
import java.time.LocalDate;
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
                        .map(obligation -> ObligationDetails.of(obligation, evaluation))
                        .toList(),
                new ExchangeEvaluated.PolicyReference(
                        decision.policy().id(),
                        decision.policy().version(),
                        decision.policy().digest()),
                decision.results().stream().map(RuleResultMapper::result).toList(),
                decision.degraded().stream()
                        .map(degradation -> new ExchangeEvaluated.Degradation(
                                degradation.check(),
                                degradation.status().wireName(),
                                degradation.onError().wireName()))
                        .toList(),
                exchange.attributes(),
                producer,
                evaluation.evaluatedAt(),
                evaluation.durationMicros(),
                evaluation.checks().stream().map(ExchangeEvaluatedMapper::check).toList(),
                decision.handoffs().stream()
                        .map(handoff -> handoff(handoff, evaluation))
                        .toList());
    }

    private static ExchangeEvaluated.CheckRun check(Examination.Observed observed) {
        return new ExchangeEvaluated.CheckRun(
                observed.check(),
                observed.detector(),
                observed.result().isPresent() ? "done" : observed.timedOut() ? "timeout" : "error",
                observed.result().map(CheckResult::scorePerMille).orElse(0),
                observed.micros());
    }

    private static ExchangeEvaluated.Handoff handoff(Handoff handoff, Evaluation evaluation) {
        return new ExchangeEvaluated.Handoff(
                evaluation.handoffId(handoff).toString(),
                handoff.intended(),
                action(handoff.action()),
                handoff.rules(),
                handoff.fallback());
    }

    private static Stage stage(Exchange exchange) {
        return switch (exchange.stage()) {
            case INPUT -> Stage.INPUT;
            case OUTPUT -> Stage.OUTPUT;
        };
    }

    static Action action(dev.surety.guardrail.policy.Action action) {
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
                                edit.operation().wireName(),
                                edit.rule(),
                                edit.start(),
                                edit.end(),
                                edit.reference(),
                                edit.text()))
                        .toList(),
                streaming(delivered.streaming()));
    }

    private static ExchangeEvaluated.@Nullable Streaming streaming(@Nullable Streaming streaming) {
        return streaming == null
                ? null
                : new ExchangeEvaluated.Streaming(
                        streaming.mode().wireName(),
                        streaming.releasedUpTo(),
                        streaming.firstReleaseMicros(),
                        streaming.complete(),
                        streaming.retracted());
    }
}
