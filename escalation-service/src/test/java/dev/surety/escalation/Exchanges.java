package dev.surety.escalation;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.ExchangeEvaluated.Conversation;
import dev.surety.contracts.interaction.ExchangeEvaluated.Customer;
import dev.surety.contracts.interaction.ExchangeEvaluated.Delivered;
import dev.surety.contracts.interaction.ExchangeEvaluated.Finding;
import dev.surety.contracts.interaction.ExchangeEvaluated.Message;
import dev.surety.contracts.interaction.ExchangeEvaluated.Obligation;
import dev.surety.contracts.interaction.ExchangeEvaluated.Passage;
import dev.surety.contracts.interaction.ExchangeEvaluated.PolicyReference;
import dev.surety.contracts.interaction.ExchangeEvaluated.Producer;
import dev.surety.contracts.interaction.ExchangeEvaluated.Response;
import dev.surety.contracts.interaction.ExchangeEvaluated.RuleResult;
import dev.surety.contracts.interaction.Stage;
import dev.surety.kit.event.CloudEvent;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Evaluated exchanges as guardrail-service writes them. Each method gives a new value, so that a test says only what
 * matters to it.
 */
public record Exchanges(
        String tenant,
        String conversationId,
        int turn,
        List<Message> messages,
        String botText,
        String delivered,
        Action action,
        List<Obligation> obligations,
        List<RuleResult> results,
        Instant at) {
    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** An answer that was withheld because the customer wants a human. */
    public static Exchanges escalated(String conversationId) {
        return new Exchanges(
                "acme",
                conversationId,
                1,
                List.of(new Message("user", "I want to talk to a human")),
                "I can help you with that myself.",
                "A colleague will take over.",
                Action.ESCALATE,
                List.of(demand("handover.requested", "tier1", "P3", "HUMAN_REQUESTED")),
                List.of(fired("handover.requested", "handover", "HUMAN_REQUESTED", "The customer asks for a human.")),
                NOON);
    }

    /** An exchange that nothing was wrong with. */
    public static Exchanges allowed(String conversationId, int turn, String question, String answer) {
        return new Exchanges(
                "acme",
                conversationId,
                turn,
                List.of(new Message("user", question)),
                answer,
                answer,
                Action.ALLOW,
                List.of(),
                List.of(),
                NOON.plusSeconds(turn));
    }

    public Exchanges of(String otherTenant) {
        return new Exchanges(
                otherTenant, conversationId, turn, messages, botText, delivered, action, obligations, results, at);
    }

    public Exchanges inTurn(int otherTurn, String question) {
        return new Exchanges(
                tenant,
                conversationId,
                otherTurn,
                List.of(new Message("user", question)),
                botText,
                delivered,
                action,
                obligations,
                results,
                at);
    }

    public Exchanges at(Instant otherTime) {
        return new Exchanges(
                tenant, conversationId, turn, messages, botText, delivered, action, obligations, results, otherTime);
    }

    /** The same, because of one rule that asks for a human with these details. */
    public Exchanges because(String rule, String queue, String priority, String reasonCode) {
        return new Exchanges(
                tenant,
                conversationId,
                turn,
                messages,
                botText,
                delivered,
                Action.ESCALATE,
                List.of(demand(rule, queue, priority, reasonCode)),
                List.of(fired(rule, rule, reasonCode, "Rule " + rule + " fired.")),
                at);
    }

    public Exchanges withDetails(Map<String, String> details) {
        List<Obligation> other = new ArrayList<>();
        obligations.forEach(obligation -> other.add(new Obligation(obligation.type(), obligation.rule(), details)));
        return new Exchanges(tenant, conversationId, turn, messages, botText, delivered, action, other, results, at);
    }

    /** The event of a fresh decision. */
    public CloudEvent<ExchangeEvaluated> event() {
        return event(UUID.randomUUID());
    }

    /** The event of that decision. */
    public CloudEvent<ExchangeEvaluated> event(UUID decision) {
        return new CloudEvent<>(
                decision,
                URI.create("/surety/guardrail-service"),
                conversationId,
                tenant,
                at,
                evaluated(decision.toString()));
    }

    public ExchangeEvaluated evaluated(String decisionId) {
        return new ExchangeEvaluated(
                decisionId,
                "request-" + decisionId,
                "sha256:00",
                "shop-bot",
                Stage.OUTPUT,
                new Conversation(conversationId, turn, "chat", "en-GB", "GB"),
                new Customer("cust-77", List.of()),
                messages,
                new Response(botText, "model-1", "prompt-1"),
                List.of(new Passage("p-1", "Refunds take 14 days.", 420, "faq/refunds", true, "2026-01-01", null)),
                action,
                new Delivered(delivered, List.of()),
                obligations,
                new PolicyReference("baseline", 3, "sha256:abcd"),
                results,
                List.of(),
                Map.of(),
                new Producer("guardrail-0", 1),
                at,
                900);
    }

    private static Obligation demand(String rule, String queue, String priority, String reasonCode) {
        return new Obligation(
                "escalate",
                rule,
                Map.of("queue", queue, "priority", priority, "reasonCode", reasonCode, "handoffText", "One moment."));
    }

    private static RuleResult fired(String rule, String check, String reasonCode, String message) {
        return new RuleResult(
                rule,
                check,
                "fail",
                true,
                Action.ESCALATE,
                900,
                600,
                reasonCode,
                "score >= threshold",
                Map.of("score", "0.9", "threshold", "0.6"),
                List.of(new Finding("wish", "messages[0].content", 10, 25, 900, "phrases")),
                message);
    }
}
