package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Exchange;
import java.time.Instant;
import java.util.UUID;

/**
 * A request for a decision and the decision: all that the record says.
 *
 * @param id derived from tenant and request, so every replica gives the same one to a repeated request
 * @param durationMicros how long deciding took
 */
public record Evaluation(
        UUID id, Request request, Exchange exchange, Decision decision, Instant evaluatedAt, long durationMicros) {
    public Evaluation {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
        requireNonNull(exchange, "exchange");
        requireNonNull(decision, "decision");
        requireNonNull(evaluatedAt, "evaluatedAt");
    }

    /**
     * Who asked, for which bot, under which name.
     *
     * @param requestId the caller's own name for the request; the same one again asks for the same decision
     * @param digest {@code sha256:<hex>} of the canonical request, so that one name with two bodies is noticed
     */
    public record Request(String tenant, String requestId, String digest, String bot) {
        public Request {
            requireNonNull(tenant, "tenant");
            requireNonNull(requestId, "requestId");
            requireNonNull(digest, "digest");
            requireNonNull(bot, "bot");
        }
    }
}
