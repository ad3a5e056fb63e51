package dev.surety.escalation.cases.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.escalation.Agent;
import dev.surety.escalation.cases.Activity;
import dev.surety.escalation.cases.Escalation;
import dev.surety.escalation.cases.Passage;
import dev.surety.escalation.cases.Reason;
import dev.surety.escalation.cases.RecordStore;
import dev.surety.escalation.cases.Step;
import dev.surety.kit.json.StrictJson;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of cases. Evidence is kept as the JSON that it was when it came. */
@Singleton
public class PostgresRecordStore implements RecordStore {
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<Passage>> PASSAGES = new TypeReference<>() {};
    private static final String SELECT_STEP = """
            SELECT id, agent_subject, agent_name, action, system, expected, observed, logged_at
            FROM case_step
            """;

    private final ObjectMapper json = StrictJson.forEvents();

    @Override
    public boolean addEvidence(Connection connection, String tenant, UUID caseId, Escalation escalation)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO case_decision (tenant, case_id, decision_id, decided_at, reasons, passages)
                VALUES (?, ?, ?, ?, ?::json, ?::json)
                ON CONFLICT (tenant, case_id, decision_id) DO NOTHING""")) {
            insert.setString(1, tenant);
            insert.setObject(2, caseId);
            insert.setString(3, escalation.decisionId());
            CaseRow.bind(insert, 4, escalation.exchange().at());
            insert.setString(5, write(escalation.reasons()));
            insert.setString(6, write(escalation.passages()));
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public List<Evidence> evidence(Connection connection, String tenant, UUID caseId) throws SQLException {
        return list(
                connection,
                "SELECT reasons, passages FROM case_decision WHERE tenant = ? AND case_id = ? ORDER BY position",
                tenant,
                caseId,
                row -> new Evidence(
                        read(row.getString("reasons"), REASONS), read(row.getString("passages"), PASSAGES)));
    }

    @Override
    public void addStep(Connection connection, String tenant, UUID caseId, Step step, String idempotencyKey)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO case_step (tenant, case_id, id, idempotency_key, agent_subject, agent_name, action, system,
                    expected, observed, logged_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, tenant);
            insert.setObject(2, caseId);
            insert.setObject(3, step.id());
            insert.setString(4, idempotencyKey);
            insert.setString(5, step.agent().subject());
            insert.setString(6, step.agent().name());
            insert.setString(7, step.work().action());
            insert.setString(8, step.work().system());
            insert.setString(9, step.work().expected());
            insert.setString(10, step.work().observed());
            CaseRow.bind(insert, 11, step.at());
            int _ = insert.executeUpdate();
        }
    }

    @Override
    public Optional<Step> stepUnder(Connection connection, String tenant, UUID caseId, String idempotencyKey)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_STEP + """
                WHERE tenant = ? AND case_id = ? AND idempotency_key = ?""")) {
            select.setString(1, tenant);
            select.setObject(2, caseId);
            select.setString(3, idempotencyKey);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(step(result)) : Optional.empty();
            }
        }
    }

    @Override
    public List<Step> steps(Connection connection, String tenant, UUID caseId) throws SQLException {
        return list(
                connection,
                SELECT_STEP + "WHERE tenant = ? AND case_id = ? ORDER BY logged_at, id",
                tenant,
                caseId,
                PostgresRecordStore::step);
    }

    @Override
    public void addActivity(Connection connection, String tenant, UUID caseId, Activity activity) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO case_activity (tenant, case_id, at, actor, what) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, tenant);
            insert.setObject(2, caseId);
            CaseRow.bind(insert, 3, activity.at());
            insert.setString(4, activity.actor());
            insert.setString(5, activity.what());
            int _ = insert.executeUpdate();
        }
    }

    @Override
    public List<Activity> history(Connection connection, String tenant, UUID caseId) throws SQLException {
        return list(
                connection,
                "SELECT at, actor, what FROM case_activity WHERE tenant = ? AND case_id = ? ORDER BY position",
                tenant,
                caseId,
                row -> new Activity(instant(row, "at"), row.getString("actor"), row.getString("what")));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> list(Connection connection, String sql, String tenant, UUID caseId, Reader<T> reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            select.setObject(2, caseId);
            try (ResultSet result = select.executeQuery()) {
                List<T> items = new ArrayList<>();
                while (result.next()) {
                    items.add(reader.read(result));
                }
                return List.copyOf(items);
            }
        }
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                new Agent(row.getString("agent_subject"), row.getString("agent_name")),
                new Step.Work(
                        row.getString("action"),
                        row.getString("system"),
                        row.getString("expected"),
                        row.getString("observed")),
                instant(row, "logged_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Evidence has no JSON", impossible);
        }
    }

    private <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("The database holds evidence that cannot be read", damaged);
        }
    }
}
