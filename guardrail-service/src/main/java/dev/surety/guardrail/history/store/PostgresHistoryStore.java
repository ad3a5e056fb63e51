package dev.surety.guardrail.history.store;

import dev.surety.contracts.feedback.FeedbackVerdict;
import dev.surety.guardrail.history.HistoryStore;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.UnstorableException;
import dev.surety.guardrail.history.Verdict;
import dev.surety.kit.database.Database;
import dev.surety.kit.database.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The history in PostgreSQL. The first record of an id counts, as in the log. */
@Singleton
public class PostgresHistoryStore implements HistoryStore {
    private static final int BATCH = 5_000;

    private final Database database;
    private final ReasonsJson json = new ReasonsJson();
    private final MinuteCounts counts = new MinuteCounts();

    PostgresHistoryStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean keep(PastDecision decision) throws UnstorableException {
        String reasons = json.write(decision.reasons());
        return storing(() -> database.inTransaction(connection -> {
            boolean first = insert(connection, decision, reasons);
            if (first) {
                counts.count(connection, decision);
            }
            return first;
        }));
    }

    private static boolean insert(Connection connection, PastDecision decision, String reasons) throws SQLException {
        PastDecision.Setting setting = decision.setting();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO decision (tenant, id, conversation_id, turn, bot, stage, channel, locale, jurisdiction,
                    model, action, policy_id, policy_version, policy_digest, request_id, request_digest,
                    evaluated_at, duration_micros, reasons)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (tenant, id) DO NOTHING""")) {
            insert.setString(1, decision.tenant());
            insert.setObject(2, decision.id());
            insert.setString(3, setting.conversationId());
            insert.setInt(4, setting.turn());
            insert.setString(5, setting.bot());
            insert.setString(6, setting.stage());
            insert.setString(7, setting.channel());
            insert.setString(8, setting.locale());
            insert.setString(9, setting.jurisdiction());
            insert.setString(10, setting.model());
            insert.setString(11, decision.action());
            insert.setString(12, decision.policy().id());
            insert.setInt(13, decision.policy().version());
            insert.setString(14, decision.policy().digest());
            insert.setString(15, setting.requestId());
            insert.setString(16, setting.requestDigest());
            insert.setObject(17, time(decision.timing().evaluatedAt()));
            insert.setLong(18, decision.timing().durationMicros());
            insert.setString(19, reasons);
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public void keep(Verdict verdict) throws UnstorableException {
        var _ = storing(() -> database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO feedback (tenant, decision_id, rule, person, verdict, judged_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (tenant, decision_id, rule, person) DO UPDATE
                    SET verdict = excluded.verdict, judged_at = excluded.judged_at
                    WHERE feedback.judged_at <= excluded.judged_at""")) {
                String rule = verdict.rule();
                insert.setString(1, verdict.tenant());
                insert.setObject(2, verdict.decision());
                insert.setString(3, rule == null ? "" : rule);
                insert.setString(4, verdict.person());
                insert.setString(5, wireName(verdict.verdict()));
                insert.setObject(6, time(verdict.judgedAt()));
                return insert.executeUpdate();
            }
        }));
    }

    @Override
    public Optional<PastDecision> find(String tenant, UUID id) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT * FROM decision WHERE tenant = ? AND id = ?")) {
                select.setString(1, tenant);
                select.setObject(2, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(decision(row)) : Optional.empty();
                }
            }
        });
    }

    private PastDecision decision(ResultSet row) throws SQLException {
        return new PastDecision(
                row.getString("tenant"),
                row.getObject("id", UUID.class),
                new PastDecision.Setting(
                        row.getString("request_id"),
                        row.getString("request_digest"),
                        row.getString("bot"),
                        row.getString("stage"),
                        row.getString("conversation_id"),
                        row.getInt("turn"),
                        row.getString("channel"),
                        row.getString("locale"),
                        row.getString("jurisdiction"),
                        row.getString("model")),
                new PastDecision.Policy(
                        row.getString("policy_id"), row.getInt("policy_version"), row.getString("policy_digest")),
                row.getString("action"),
                new PastDecision.Timing(instant(row, "evaluated_at"), row.getLong("duration_micros")),
                json.read(row.getString("reasons")));
    }

    @Override
    public List<Verdict> verdicts(String tenant, UUID decision) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT rule, person, verdict, judged_at FROM feedback
                    WHERE tenant = ? AND decision_id = ? ORDER BY judged_at, rule, person""")) {
                select.setString(1, tenant);
                select.setObject(2, decision);
                List<Verdict> verdicts = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        String rule = row.getString("rule");
                        verdicts.add(new Verdict(
                                tenant,
                                decision,
                                rule.isEmpty() ? null : rule,
                                row.getString("person"),
                                verdict(row.getString("verdict")),
                                instant(row, "judged_at")));
                    }
                }
                return verdicts;
            }
        });
    }

    @Override
    public int forget(Instant before) {
        return delete("decision", "evaluated_at", before) + delete("feedback", "judged_at", before);
    }

    @Override
    public int forgetCounts(Instant before) {
        return delete("decision_minute", "minute", before) + delete("rule_minute", "minute", before);
    }

    /** In batches, so that no transaction holds many rows for long. */
    private int delete(String table, String column, Instant before) {
        String statement = "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < ? LIMIT %3$d))"
                .formatted(table, column, BATCH);
        return database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setObject(1, time(before));
                return delete.executeUpdate();
            }
        });
    }

    /** PostgreSQL refuses data that no later attempt can make right with classes 22 and 23 (its appendix A). */
    private static <T> T storing(Storing<T> storing) throws UnstorableException {
        try {
            return storing.run();
        } catch (DatabaseException failure) {
            if (failure.getCause() instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"))) {
                throw new UnstorableException("the database refuses it with SQL state " + sql.getSQLState());
            }
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Storing<T> {
        T run();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String wireName(FeedbackVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static FeedbackVerdict verdict(String wireName) {
        return FeedbackVerdict.valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
