package dev.surety.escalation.transcript.store;

import dev.surety.escalation.Agent;
import dev.surety.escalation.transcript.Entry;
import dev.surety.escalation.transcript.Speaker;
import dev.surety.escalation.transcript.TranscriptStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transcripts, one row per entry. */
@Singleton
public class PostgresTranscriptStore implements TranscriptStore {
    private static final String SELECT =
            "SELECT id, sequence, speaker, agent_subject, agent_name, content, said_at, decision_id FROM transcript_entry ";
    private static final String INSERT = """
            INSERT INTO transcript_entry (tenant, case_id, id, sequence, speaker, agent_subject, agent_name, content,
                said_at, decision_id, client_message_id, floor_epoch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public void append(Connection connection, String tenant, UUID caseId, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                bind(insert, tenant, caseId, entry);
                insert.setNull(11, Types.OTHER);
                insert.setNull(12, Types.BIGINT);
                insert.addBatch();
            }
            int[] _ = insert.executeBatch();
        }
    }

    @Override
    public void append(
            Connection connection, String tenant, UUID caseId, Entry reply, UUID clientMessageId, long floorEpoch)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            bind(insert, tenant, caseId, reply);
            insert.setObject(11, clientMessageId);
            insert.setLong(12, floorEpoch);
            int _ = insert.executeUpdate();
        }
    }

    @Override
    public List<Entry> after(Connection connection, String tenant, UUID caseId, long sequence) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + """
                WHERE tenant = ? AND case_id = ? AND sequence > ? ORDER BY sequence""")) {
            select.setString(1, tenant);
            select.setObject(2, caseId);
            select.setLong(3, sequence);
            try (ResultSet result = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (result.next()) {
                    entries.add(entry(result));
                }
                return List.copyOf(entries);
            }
        }
    }

    @Override
    public Optional<Entry> sent(Connection connection, String tenant, UUID caseId, UUID clientMessageId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + """
                WHERE tenant = ? AND case_id = ? AND client_message_id = ?""")) {
            select.setString(1, tenant);
            select.setObject(2, caseId);
            select.setObject(3, clientMessageId);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(entry(result)) : Optional.empty();
            }
        }
    }

    private static void bind(PreparedStatement insert, String tenant, UUID caseId, Entry entry) throws SQLException {
        @Nullable Agent agent = entry.agent();
        insert.setString(1, tenant);
        insert.setObject(2, caseId);
        insert.setObject(3, entry.id());
        insert.setLong(4, entry.sequence());
        insert.setString(5, entry.speaker().code());
        insert.setString(6, agent == null ? null : agent.subject());
        insert.setString(7, agent == null ? null : agent.name());
        insert.setString(8, entry.content());
        insert.setObject(9, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(10, entry.decisionId());
    }

    private static Entry entry(ResultSet result) throws SQLException {
        @Nullable String subject = result.getString("agent_subject");
        return new Entry(
                result.getObject("id", UUID.class),
                result.getLong("sequence"),
                Speaker.of(result.getString("speaker")),
                subject == null ? null : new Agent(subject, result.getString("agent_name")),
                result.getString("content"),
                result.getObject("said_at", OffsetDateTime.class).toInstant(),
                result.getString("decision_id"));
    }
}
