package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.kit.time.Identifiers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request for a decision and the decision: all that the record says.
 *
 * @param id derived from tenant and request, so every replica gives the same one to a repeated request
 * @param durationMicros how long deciding took
 * @param checks what each check showed and cost
 */
public record Evaluation(
        UUID id,
        Request request,
        Exchange exchange,
        Decision decision,
        Instant evaluatedAt,
        long durationMicros,
        List<Examination.Observed> checks) {
    public Evaluation {
        requireNonNull(id, "id");
        requireNonNull(request, "request");
        requireNonNull(exchange, "exchange");
        requireNonNull(decision, "decision");
        requireNonNull(evaluatedAt, "evaluatedAt");
        checks = List.copyOf(checks);
    }

    /** The name of the decision about a hand-off text, derived from this decision and the text that was intended. */
    public UUID handoffId(Handoff handoff) {
        return Identifiers.named(id.toString(), handoff.intended());
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
