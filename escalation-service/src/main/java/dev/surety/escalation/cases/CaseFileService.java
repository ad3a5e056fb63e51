package dev.surety.escalation.cases;

import dev.surety.escalation.cases.RecordStore.Evidence;
import dev.surety.escalation.floor.Floor;
import dev.surety.escalation.floor.FloorStore;
import dev.surety.escalation.transcript.TranscriptStore;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads whole cases: everything in one snapshot, so that the version names exactly what was read. */
@Singleton
public class CaseFileService {
    private final Database database;
    private final CaseStore cases;
    private final RecordStore records;
    private final TranscriptStore transcripts;
    private final FloorStore floors;

    CaseFileService(
            Database database, CaseStore cases, RecordStore records, TranscriptStore transcripts, FloorStore floors) {
        this.database = database;
        this.cases = cases;
        this.records = records;
        this.transcripts = transcripts;
        this.floors = floors;
    }

    /**
     * The case with that identifier.
     *
     * @throws CaseRefusedException when the tenant has none
     */
    public CaseFile read(String tenant, UUID id) {
        return database.snapshot(connection -> read(connection, tenant, id));
    }

    private CaseFile read(Connection connection, String tenant, UUID id) throws SQLException {
        Case summary = cases.find(connection, tenant, id)
                .orElseThrow(() -> new CaseRefusedException(new CaseRefusal.Unknown()));
        String conversationId = summary.conversation().id();
        List<Evidence> evidence = records.evidence(connection, tenant, id);
        return new CaseFile(
                summary,
                evidence.stream().flatMap(one -> one.reasons().stream()).toList(),
                evidence.stream()
                        .flatMap(one -> one.passages().stream())
                        .distinct()
                        .toList(),
                transcripts.after(connection, tenant, id, 0),
                records.steps(connection, tenant, id),
                records.history(connection, tenant, id),
                floors.find(connection, tenant, conversationId)
                        .orElseGet(() -> Floor.untouched(conversationId, summary.openedAt())));
    }
}
