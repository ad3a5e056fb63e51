package dev.surety.escalation.transcript;

import dev.surety.escalation.Agent;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives what was said its place in the transcript of a case. Callers hold the lock of the case. */
@Singleton
public class TranscriptService {
    private final TranscriptStore store;
    private final Identifiers identifiers;
    private final Clock clock;

    TranscriptService(TranscriptStore store, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The entries that the first exchange of a case begins its transcript with; they are not stored yet. */
    public List<Entry> beginning(Exchange exchange) {
        return entries(0, exchange, Continuation.first(exchange));
    }

    /** Stores what {@link #beginning} gave, once the case exists. */
    public void begin(Connection connection, String tenant, UUID caseId, List<Entry> entries) throws SQLException {
        store.append(connection, tenant, caseId, entries);
    }

    /** Appends what a later exchange adds; an empty list when it adds nothing. */
    public List<Entry> resume(Connection connection, String tenant, UUID caseId, int lastTurn, Exchange exchange)
            throws SQLException {
        List<Entry> known = store.after(connection, tenant, caseId, 0);
        List<Utterance> said = known.stream().map(Entry::utterance).toList();
        List<Entry> added = entries(known.size(), exchange, Continuation.after(said, lastTurn, exchange));
        store.append(connection, tenant, caseId, added);
        return added;
    }

    /** Appends what an agent says to the customer. */
    public Entry reply(Connection connection, String tenant, UUID caseId, long lastSequence, Reply reply)
            throws SQLException {
        Entry entry = new Entry(
                identifiers.next(),
                lastSequence + 1,
                Speaker.HUMAN,
                reply.agent(),
                reply.content(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        store.append(connection, tenant, caseId, entry, reply.clientMessageId(), reply.floorEpoch());
        return entry;
    }

    /** What was stored under the identifier that a client gave it. */
    public Optional<Entry> sent(Connection connection, String tenant, UUID caseId, UUID clientMessageId)
            throws SQLException {
        return store.sent(connection, tenant, caseId, clientMessageId);
    }

    /** All entries behind {@code sequence}, in order. */
    public List<Entry> after(Connection connection, String tenant, UUID caseId, long sequence) throws SQLException {
        return store.after(connection, tenant, caseId, sequence);
    }

    private List<Entry> entries(long lastSequence, Exchange exchange, List<Utterance> added) {
        List<Entry> entries = new ArrayList<>(added.size());
        for (Utterance utterance : added) {
            entries.add(new Entry(
                    identifiers.next(),
                    lastSequence + entries.size() + 1,
                    utterance.speaker(),
                    null,
                    utterance.content(),
                    exchange.at(),
                    exchange.decisionId()));
        }
        return List.copyOf(entries);
    }

    /**
     * What an agent says to the customer.
     *
     * @param clientMessageId what the client calls the message, so that sending it again sends it once
     * @param floorEpoch the floor under which it is said
     */
    public record Reply(Agent agent, UUID clientMessageId, String content, long floorEpoch) {}
}
