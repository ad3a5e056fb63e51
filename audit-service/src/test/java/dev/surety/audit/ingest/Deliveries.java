package dev.surety.audit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes what a reader of Kafka would have received. */
final class Deliveries {
    static final Source.Stream STREAM = new Source.Stream("surety.interactions.v1", 0);
    private static final Instant TIME = Instant.parse("2026-11-02T09:30:00Z");

    private Deliveries() {}

    static Received.Event event(long offset, UUID id, String conversation, String content) {
        return new Received.Event(
                new Source(STREAM, offset),
                new EventKey("acme", id),
                "dev.surety.exchange.evaluated.v1",
                TIME,
                new Participants("acme", "customer-of-" + conversation, conversation, null),
                Facts.builder().number("turn", offset).build(),
                List.of(
                        new Received.Part(FieldGroup.ENVELOPE, "{\"subject\":\"x\"}".getBytes(UTF_8)),
                        new Received.Part(FieldGroup.QUERY, ("{\"q\":\"" + content + "\"}").getBytes(UTF_8))),
                content.getBytes(UTF_8));
    }

    static Received.Unreadable unreadable(long offset) {
        return new Received.Unreadable(
                new Source(STREAM, offset),
                Participants.ofTenant(Participants.NO_TENANT),
                Received.Reason.MALFORMED_DATA,
                "{\"value\":\"bm90IGpzb24=\"}".getBytes(UTF_8));
    }
}
