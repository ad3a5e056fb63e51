package dev.surety.guardrail.figures.store;

import dev.surety.guardrail.figures.Figures;
import dev.surety.guardrail.figures.FiguresStore;
import dev.surety.guardrail.figures.Latency;
import dev.surety.guardrail.figures.RecentDecision;
import dev.surety.guardrail.figures.Window;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Figures from the counts by minute, which stay small however much is decided. */
@Singleton
public class PostgresFiguresStore implements FiguresStore {
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;

    PostgresFiguresStore(Database database) {
        this.database = database;
    }

    @Override
    public Figures count(String tenant, Window window, Instant now) {
        Instant start = window.start(now);
        return database.read(connection -> {
            Map<Instant, Map<String, Long>> steps = new LinkedHashMap<>();
            window.steps(now).forEach(step -> steps.put(step, new HashMap<>()));
            countSteps(connection, tenant, window, start, steps);
            return totals(connection, tenant, start)
                    .with(
                            steps.entrySet().stream()
                                    .map(step -> new Figures.Step(step.getKey(), step.getValue()))
                                    .toList(),
                            rules(connection, tenant, start),
                            verdicts(connection, tenant, start));
        });
    }

    private static void countSteps(
            Connection connection, String tenant, Window window, Instant start, Map<Instant, Map<String, Long>> steps)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT date_bin(make_interval(secs => ?), minute, ?) AS step, action, sum(decisions) AS decisions
                FROM decision_minute WHERE tenant = ? AND minute >= ?
                GROUP BY step, action""")) {
            select.setDouble(1, (double) window.step().toSeconds());
            select.setObject(2, time(start));
            select.setString(3, tenant);
            select.setObject(4, time(start));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Map<String, Long> step = steps.get(instant(row, "step"));
                    // A clock that is ahead of this one's may have decided in the future.
                    if (step != null) {
                        step.put(row.getString("action"), row.getLong("decisions"));
                    }
                }
            }
        }
    }

    private record Totals(Latency latency, long degraded) {
        Figures with(List<Figures.Step> steps, List<Figures.RuleCount> rules, Map<String, Long> verdicts) {
            return new Figures(steps, rules, latency, degraded, verdicts);
        }
    }

    private static Totals totals(Connection connection, String tenant, Instant start) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT coalesce(sum(decisions), 0) AS decisions, coalesce(sum(degraded), 0) AS degraded,
                    coalesce(max(micros_max), 0) AS micros_max,
                    coalesce(sum(within_1ms), 0) AS within_1ms, coalesce(sum(within_3ms), 0) AS within_3ms,
                    coalesce(sum(within_5ms), 0) AS within_5ms, coalesce(sum(within_15ms), 0) AS within_15ms,
                    coalesce(sum(within_50ms), 0) AS within_50ms
                FROM decision_minute WHERE tenant = ? AND minute >= ?""")) {
            select.setString(1, tenant);
            select.setObject(2, time(start));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                List<Latency.Bucket> buckets = new ArrayList<>();
                for (long millis : new long[] {1, 3, 5, 15, 50}) {
                    buckets.add(new Latency.Bucket(millis * 1_000, row.getLong("within_" + millis + "ms")));
                }
                Latency latency = new Latency(row.getLong("decisions"), row.getLong("micros_max"), buckets);
                return new Totals(latency, row.getLong("degraded"));
            }
        }
    }

    private static List<Figures.RuleCount> rules(Connection connection, String tenant, Instant start)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT rule, reason_code, cover, status, action, enforced, sum(results) AS results
                FROM rule_minute WHERE tenant = ? AND minute >= ?
                GROUP BY rule, reason_code, cover, status, action, enforced
                ORDER BY results DESC, rule, action LIMIT 2000""")) {
            select.setString(1, tenant);
            select.setObject(2, time(start));
            List<Figures.RuleCount> rules = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rules.add(new Figures.RuleCount(
                            row.getString("rule"),
                            row.getString("reason_code"),
                            row.getString("cover"),
                            row.getString("status"),
                            row.getString("action"),
                            row.getBoolean("enforced"),
                            row.getLong("results")));
                }
            }
            return rules;
        }
    }

    private static Map<String, Long> verdicts(Connection connection, String tenant, Instant start) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT verdict, count(*) AS verdicts FROM feedback WHERE tenant = ? AND judged_at >= ? GROUP BY verdict")) {
            select.setString(1, tenant);
            select.setObject(2, time(start));
            Map<String, Long> verdicts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    verdicts.put(row.getString("verdict"), row.getLong("verdicts"));
                }
            }
            return verdicts;
        }
    }

    @Override
    public List<RecentDecision> recent(String tenant, Question question) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT id, evaluated_at, bot, stage, channel, locale, policy_id, policy_version, action,
                        duration_micros, jsonb_array_length(reasons -> 'degraded') > 0 AS degraded,
                        ARRAY(SELECT result ->> 'rule' FROM jsonb_array_elements(reasons -> 'results') AS result
                            WHERE result ->> 'status' <> 'pass') AS rules
                    FROM decision
                    WHERE tenant = ? AND evaluated_at >= ? AND (evaluated_at, id) < (?, ?)
                        AND (?::text IS NULL OR action = ?)
                        AND (?::text IS NULL OR EXISTS (
                            SELECT 1 FROM jsonb_array_elements(reasons -> 'results') AS result
                            WHERE result ->> 'rule' = ? AND result ->> 'status' <> 'pass'))
                    ORDER BY evaluated_at DESC, id DESC LIMIT ?""")) {
                Position behind = question.behind();
                select.setString(1, tenant);
                select.setObject(2, time(question.from()));
                select.setObject(3, time(behind == null ? FAR_AHEAD : behind.at()));
                select.setObject(4, behind == null ? new UUID(-1, -1) : behind.id());
                select.setString(5, question.action());
                select.setString(6, question.action());
                select.setString(7, question.rule());
                select.setString(8, question.rule());
                select.setInt(9, question.limit());
                List<RecentDecision> decisions = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        decisions.add(decision(row));
                    }
                }
                return decisions;
            }
        });
    }

    private static RecentDecision decision(ResultSet row) throws SQLException {
        return new RecentDecision(
                row.getObject("id", UUID.class),
                instant(row, "evaluated_at"),
                new RecentDecision.Setting(
                        row.getString("bot"),
                        row.getString("stage"),
                        row.getString("channel"),
                        row.getString("locale"),
                        row.getString("policy_id"),
                        row.getInt("policy_version")),
                row.getString("action"),
                Arrays.asList((String[]) row.getArray("rules").getArray()),
                row.getBoolean("degraded"),
                row.getLong("duration_micros"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
