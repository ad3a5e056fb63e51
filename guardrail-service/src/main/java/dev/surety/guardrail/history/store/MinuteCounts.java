package dev.surety.guardrail.history.store;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.history.PastDecision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts decisions by minute, in the transaction that keeps them: each counts exactly once. */
final class MinuteCounts {
    private static final int[] BOUNDS_MILLIS = {1, 3, 5, 15, 50};

    void count(Connection connection, PastDecision decision) throws SQLException {
        OffsetDateTime minute =
                PostgresHistoryStore.time(decision.timing().evaluatedAt().truncatedTo(ChronoUnit.MINUTES));
        countDecision(connection, decision, minute);
        countRules(connection, decision, minute);
    }

    private static void countDecision(Connection connection, PastDecision decision, OffsetDateTime minute)
            throws SQLException {
        long micros = decision.timing().durationMicros();
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO decision_minute AS known (tenant, minute, bot, stage, channel, policy_id, policy_version,
                    action, decisions, degraded, micros_sum, micros_max,
                    within_1ms, within_3ms, within_5ms, within_15ms, within_50ms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant, minute, bot, stage, channel, policy_id, policy_version, action) DO UPDATE SET
                    decisions = known.decisions + 1,
                    degraded = known.degraded + excluded.degraded,
                    micros_sum = known.micros_sum + excluded.micros_sum,
                    micros_max = greatest(known.micros_max, excluded.micros_max),
                    within_1ms = known.within_1ms + excluded.within_1ms,
                    within_3ms = known.within_3ms + excluded.within_3ms,
                    within_5ms = known.within_5ms + excluded.within_5ms,
                    within_15ms = known.within_15ms + excluded.within_15ms,
                    within_50ms = known.within_50ms + excluded.within_50ms""")) {
            upsert.setString(1, decision.tenant());
            upsert.setObject(2, minute);
            upsert.setString(3, decision.setting().bot());
            upsert.setString(4, decision.setting().stage());
            upsert.setString(5, decision.setting().channel());
            upsert.setString(6, decision.policy().id());
            upsert.setInt(7, decision.policy().version());
            upsert.setString(8, decision.action());
            upsert.setLong(9, decision.reasons().degraded().isEmpty() ? 0 : 1);
            upsert.setLong(10, micros);
            upsert.setLong(11, micros);
            for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
                upsert.setLong(12 + i, micros <= BOUNDS_MILLIS[i] * 1_000L ? 1 : 0);
            }
            int _ = upsert.executeUpdate();
        }
    }

    private static void countRules(Connection connection, PastDecision decision, OffsetDateTime minute)
            throws SQLException {
        // In one order everywhere, so that two transactions never wait for each other's rows.
        List<ExchangeEvaluated.RuleResult> speaking = decision.reasons().results().stream()
                .filter(result -> !result.status().equals("pass"))
                .sorted(Comparator.comparing(ExchangeEvaluated.RuleResult::rule))
                .toList();
        if (speaking.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO rule_minute AS known
                    (tenant, minute, bot, rule, reason_code, cover, status, action, enforced, results)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (tenant, minute, bot, rule, reason_code, cover, status, action, enforced)
                DO UPDATE SET results = known.results + 1""")) {
            for (ExchangeEvaluated.RuleResult result : speaking) {
                upsert.setString(1, decision.tenant());
                upsert.setObject(2, minute);
                upsert.setString(3, decision.setting().bot());
                upsert.setString(4, result.rule());
                upsert.setString(5, orEmpty(result.reasonCode()));
                upsert.setString(6, orEmpty(result.cover()));
                upsert.setString(7, result.status());
                upsert.setString(8, result.action().name().toLowerCase(Locale.ROOT));
                upsert.setBoolean(9, result.enforced());
                upsert.addBatch();
            }
            int[] _ = upsert.executeBatch();
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
