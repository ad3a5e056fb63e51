package dev.surety.audit.testing;

import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.contracts.cases.CaseOpened;
import dev.surety.contracts.cases.ReplySent;
import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.Stage;
import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.kit.event.CloudEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events as the services publish them. */
public final class SampleEvents {
    public static final Instant TIME = Instant.parse("2026-11-02T09:30:00Z");
    public static final String QUESTION = "Wann kommt meine Rückerstattung über 49,90 €?";
    public static final String ANSWER = "Your refund arrives within five days.";

    private SampleEvents() {}

    /** An exchange of {@code customer} in {@code conversation}. */
    public static CloudEvent<ExchangeEvaluated> exchange(UUID id, String tenant, String conversation, String customer) {
        return exchange(id, tenant, conversation, customer, ANSWER);
    }

    /** The same with another delivered text. */
    public static CloudEvent<ExchangeEvaluated> exchange(
            UUID id, String tenant, String conversation, String customer, String delivered) {
        ExchangeEvaluated exchange = new ExchangeEvaluated(
                id.toString(),
                "request-" + id,
                "sha256:" + "ab".repeat(32),
                "shop-bot",
                Stage.OUTPUT,
                new ExchangeEvaluated.Conversation(conversation, 3, "web-chat", "de-DE", "DE"),
                new ExchangeEvaluated.Customer(customer, List.of("service-improvement")),
                List.of(new ExchangeEvaluated.Message("user", QUESTION)),
                new ExchangeEvaluated.Response(ANSWER, "model-7", "prompt-12"),
                List.of(new ExchangeEvaluated.Passage(
                        "faq-17", "Refunds take five days.", 820, "faq", true, "2026-01-01", null)),
                Action.ANNOTATE,
                new ExchangeEvaluated.Delivered(delivered, List.of()),
                List.of(new ExchangeEvaluated.Obligation("label", "ai-label", Map.of("text", "AI"))),
                new ExchangeEvaluated.PolicyReference("baseline", 4, "sha256:" + "cd".repeat(32)),
                List.of(new ExchangeEvaluated.RuleResult(
                        "ai-label",
                        "length",
                        "fail",
                        true,
                        Action.ANNOTATE,
                        0,
                        0,
                        "AI_LABEL",
                        "true",
                        Map.of("channel", "web-chat"),
                        List.of(),
                        "The answer carries a label.")),
                List.of(),
                Map.of("orderId", "4711-secret"),
                new ExchangeEvaluated.Producer("guardrail-0", 17),
                TIME,
                2_300);
        return event(id, "guardrail-service", conversation, tenant, exchange);
    }

    /** A case for a conversation, with its customer named. */
    public static CloudEvent<CaseOpened> caseOpened(UUID id, String tenant, String conversation, String customer) {
        CaseOpened opened = new CaseOpened(
                "case-1",
                conversation,
                UUID.randomUUID().toString(),
                customer,
                "general",
                "P2",
                List.of("COMPLAINT"),
                TIME);
        return event(id, "escalation-service", conversation, tenant, opened);
    }

    /** A claim of a case, which does not name the customer. */
    public static CloudEvent<CaseClaimed> caseClaimed(UUID id, String tenant, String conversation, String agent) {
        return event(
                id, "escalation-service", conversation, tenant, new CaseClaimed("case-1", conversation, agent, TIME));
    }

    /** An agent's reply. */
    public static CloudEvent<ReplySent> replySent(UUID id, String tenant, String conversation, String content) {
        ReplySent sent = new ReplySent("case-1", conversation, "message-1", 1, "agent-ana", content, 2, TIME);
        return event(id, "escalation-service", conversation, tenant, sent);
    }

    /** A policy, which is about nobody. */
    public static CloudEvent<PolicyActivated> policyActivated(UUID id, String tenant) {
        PolicyActivated activated =
                new PolicyActivated("baseline", 4, "sha256:" + "cd".repeat(32), "rules: [a, b]", "{}", TIME);
        return event(id, "guardrail-service", "baseline", tenant, activated);
    }

    private static <T extends Record> CloudEvent<T> event(
            UUID id, String service, String subject, String tenant, T data) {
        return new CloudEvent<>(id, URI.create("/surety/" + service), subject, tenant, TIME, data);
    }
}
