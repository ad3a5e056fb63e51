package dev.surety.escalation.transcript;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps transcripts. Whoever appends holds the lock of the case, so that the numbers have no gaps. */
public interface TranscriptStore {
    void append(Connection connection, String tenant, UUID caseId, List<Entry> entries) throws SQLException;

    /** Appends what a human sent, under the identifier that the client gave it. */
    void append(Connection connection, String tenant, UUID caseId, Entry reply, UUID clientMessageId, long floorEpoch)
            throws SQLException;

    /** All entries behind {@code sequence}, in order. */
    List<Entry> after(Connection connection, String tenant, UUID caseId, long sequence) throws SQLException;

    /** What was stored under the identifier that a client gave it. */
    Optional<Entry> sent(Connection connection, String tenant, UUID caseId, UUID clientMessageId) throws SQLException;
}
