package dev.surety.guardrail.history;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records of decisions, for tests. */
public final class PastExchanges {
    public static final String QUESTION = "Bitte auf DE89 3704 0044 0532 0130 00 erstatten.";

    private PastExchanges() {}

    /** A question out of which an account number was taken. */
    public static ExchangeEvaluated redacted(UUID id, String bot, Instant at) {
        return new ExchangeEvaluated(
                id.toString(),
                "request-" + id,
                "sha256:" + "ab".repeat(32),
                bot,
                Stage.INPUT,
                new ExchangeEvaluated.Conversation("c-" + id, 3, "chat", "de-DE", "DE"),
                new ExchangeEvaluated.Customer("customer-1", List.of()),
                List.of(new ExchangeEvaluated.Message("user", QUESTION)),
                null,
                List.of(),
                Action.REDACT,
                new ExchangeEvaluated.Delivered(
                        "Bitte auf [IBAN] erstatten.",
                        List.of(new ExchangeEvaluated.Edit(
                                "redact", "pii.payment", 10, 37, "masks/pii-iban/default/de@1", "[IBAN]"))),
                List.of(),
                new ExchangeEvaluated.PolicyReference("baseline", 1, "sha256:" + "cd".repeat(32)),
                List.of(payment(), silent()),
                List.of(),
                Map.of(),
                new ExchangeEvaluated.Producer("replica-1", 7),
                at,
                640,
                List.of(new ExchangeEvaluated.CheckRun("pii", "pii@2", "done", 990, 120)),
                List.of());
    }

    private static ExchangeEvaluated.RuleResult payment() {
        return new ExchangeEvaluated.RuleResult(
                "pii.payment",
                "pii",
                "fail",
                true,
                Action.REDACT,
                990,
                600,
                "PII_PAYMENT",
                "score >= threshold",
                Map.of("score", "0.99", "threshold", "0.6"),
                List.of(new ExchangeEvaluated.Finding("pii.iban", "messages[0].content", 10, 37, 990, "pii@2")),
                "A payment card or bank account number stands in the text.",
                "pii@2",
                "cyber-privacy",
                new ExchangeEvaluated.Reasoning(
                        "score >= threshold",
                        List.of(new ExchangeEvaluated.Branch(null, Action.REDACT)),
                        0,
                        List.of(
                                new ExchangeEvaluated.Input("score", "decimal", "0.99"),
                                new ExchangeEvaluated.Input("threshold", "decimal", "0.6"))));
    }

    private static ExchangeEvaluated.RuleResult silent() {
        return new ExchangeEvaluated.RuleResult(
                "handover.requested",
                "handover",
                "pass",
                true,
                Action.ALLOW,
                0,
                600,
                "HUMAN_REQUESTED",
                "score >= threshold",
                Map.of("score", "0.0", "threshold", "0.6"),
                List.of(),
                "The customer asks for a human.",
                "handover@1",
                "errors-and-omissions",
                null);
    }
}
