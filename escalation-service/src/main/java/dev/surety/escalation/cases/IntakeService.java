package dev.surety.escalation.cases;

import dev.surety.escalation.floor.FloorService;
import dev.surety.escalation.transcript.Entry;
import dev.surety.escalation.transcript.Exchange;
import dev.surety.escalation.transcript.TranscriptService;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns evaluated exchanges into cases: one open case per conversation, whatever arrives, in whatever order. */
@Singleton
public class IntakeService {
    private final CaseStore cases;
    private final RecordStore records;
    private final TranscriptService transcripts;
    private final FloorService floors;
    private final JournalService journal;

    IntakeService(
            CaseStore cases,
            RecordStore records,
            TranscriptService transcripts,
            FloorService floors,
            JournalService journal) {
        this.cases = cases;
        this.records = records;
        this.transcripts = transcripts;
        this.floors = floors;
        this.journal = journal;
    }

    /** A human is needed: opens a case, or adds the reasons to the one that is open. */
    public void escalate(Connection connection, String tenant, Escalation escalation) throws SQLException {
        String conversationId = escalation.conversation().id();
        // Named after the decision: even if the inbox were lost, one decision could not become two cases.
        UUID id = Identifiers.named(tenant, escalation.decisionId());
        // The open case can be resolved between two looks; then the conversation is free, and the next look opens one.
        while (true) {
            Optional<Case> open = cases.lockOpen(connection, tenant, conversationId);
            if (open.isPresent()) {
                merge(connection, open.get(), escalation);
                return;
            }
            boolean done = cases.find(connection, tenant, id).isPresent();
            if (done || open(connection, Case.opened(id, tenant, escalation), escalation)) {
                return;
            }
        }
    }

    /** The conversation went on without need of another human; it only matters where a case is open. */
    public void resume(Connection connection, String tenant, String conversationId, Exchange exchange)
            throws SQLException {
        Optional<Case> open = cases.lockOpen(connection, tenant, conversationId);
        if (open.isEmpty()) {
            return;
        }
        Case before = open.get();
        List<Entry> added = grow(connection, before, exchange);
        if (!added.isEmpty()) {
            Case after = before.grownBy(added).at(exchange).next();
            cases.save(connection, after);
            journal.note(connection, new CaseChange.Continued(after, added));
        }
    }

    private boolean open(Connection connection, Case empty, Escalation escalation) throws SQLException {
        List<Entry> entries = transcripts.beginning(escalation.exchange());
        Case opened = empty.grownBy(entries);
        String tenant = opened.tenant();
        if (!cases.open(connection, opened)) {
            return false;
        }
        transcripts.begin(connection, tenant, opened.id(), entries);
        var _ = records.addEvidence(connection, tenant, opened.id(), escalation);
        journal.note(connection, new CaseChange.Opened(opened, escalation));
        var _ = floors.hold(connection, tenant, opened.conversation().id());
        return true;
    }

    private void merge(Connection connection, Case before, Escalation escalation) throws SQLException {
        if (!records.addEvidence(connection, before.tenant(), before.id(), escalation)) {
            return;
        }
        List<Entry> added = grow(connection, before, escalation.exchange());
        Case after = before.grownBy(added)
                .at(escalation.exchange())
                .joinedBy(escalation)
                .next();
        cases.save(connection, after);
        journal.note(connection, new CaseChange.Merged(after, before.urgency(), escalation));
    }

    private List<Entry> grow(Connection connection, Case item, Exchange exchange) throws SQLException {
        return transcripts.resume(
                connection, item.tenant(), item.id(), item.progress().lastTurn(), exchange);
    }
}
