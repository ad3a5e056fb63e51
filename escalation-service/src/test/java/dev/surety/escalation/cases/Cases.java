package dev.surety.escalation.cases;

import dev.surety.escalation.transcript.Exchange;
import dev.surety.escalation.transcript.Speaker;
import dev.surety.escalation.transcript.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Cases and escalations to begin a test with. */
final class Cases {
    static final Instant OPENED = Instant.parse("2026-11-23T07:30:00Z");

    private Cases() {}

    static Case queued() {
        return Case.opened(
                UUID.fromString("0193a5d2-7a1c-7c3e-9d0b-0f5c6d7e8f90"),
                "acme",
                escalation(Priority.P3, "tier1", "HUMAN_REQUESTED", "The customer asked for a human."));
    }

    static Escalation escalation(Priority priority, String queue, String reasonCode, String headline) {
        return new Escalation(
                new Conversation("c-1", "chat", "en", "cust-1"),
                new Urgency(priority, queue),
                headline,
                List.of(reasonCode),
                List.of(),
                List.of(),
                new Exchange("d-1", 1, List.of(new Utterance(Speaker.CUSTOMER, "A human, please")), null, "", OPENED));
    }

    static Case of(Priority priority, Instant openedAt, UUID id) {
        Case template = queued();
        return new Case(
                id,
                template.tenant(),
                template.conversation(),
                new Urgency(priority, "tier1"),
                template.state(),
                template.reasonCodes(),
                template.headline(),
                template.lastCustomerWords(),
                template.progress(),
                openedAt,
                template.version());
    }
}
