package dev.surety.escalation.feed.store;

import dev.surety.escalation.feed.FeedEntry;
import dev.surety.escalation.feed.FeedStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Feeds in three tables: what arrived, what is numbered, and the last number of each tenant. */
@Singleton
public class PostgresFeedStore implements FeedStore {
    private static final long LOCK = 0x5375_7265_7479_4645L;

    @Override
    public void arrive(Connection connection, String tenant, UUID caseId, String type, long version, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO feed_arrival (tenant, case_id, type, case_version, arrived_at)
                VALUES (?, ?, ?, ?, ?)""")) {
            insert.setString(1, tenant);
            insert.setObject(2, caseId);
            insert.setString(3, type);
            insert.setLong(4, version);
            insert.setObject(5, at.atOffset(ZoneOffset.UTC));
            int _ = insert.executeUpdate();
        }
    }

    /**
     * Moves arrivals into the feed. What is there is committed, whatever its position says; what commits later gets a
     * later number. The lock ends with the transaction, so the next worker begins after these numbers can be seen.
     */
    @Override
    public int number(Connection connection) throws SQLException {
        if (!lock(connection)) {
            return 0;
        }
        // A statement of its own: its snapshot must be younger than the lock.
        try (Statement move = connection.createStatement()) {
            return move.executeUpdate("""
                    WITH moved AS (
                        DELETE FROM feed_arrival
                        WHERE position IN (SELECT position FROM feed_arrival ORDER BY position LIMIT 5000)
                        RETURNING *
                    ), grown AS (
                        INSERT INTO feed_head AS head (tenant, sequence)
                        SELECT tenant, count(*) FROM moved GROUP BY tenant ORDER BY tenant
                        ON CONFLICT (tenant) DO UPDATE SET sequence = head.sequence + excluded.sequence
                        RETURNING tenant, sequence
                    )
                    INSERT INTO feed_entry (tenant, sequence, case_id, type, case_version, arrived_at)
                    SELECT tenant,
                           grown.sequence - count(*) OVER (PARTITION BY tenant)
                               + row_number() OVER (PARTITION BY tenant ORDER BY moved.position),
                           moved.case_id, moved.type, moved.case_version, moved.arrived_at
                    FROM moved JOIN grown USING (tenant)""");
        }
    }

    @Override
    public boolean hasArrivals(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT EXISTS (SELECT FROM feed_arrival)")) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public Map<String, Long> heads(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT tenant, sequence FROM feed_head")) {
            Map<String, Long> heads = new HashMap<>();
            while (result.next()) {
                heads.put(result.getString("tenant"), result.getLong("sequence"));
            }
            return Map.copyOf(heads);
        }
    }

    @Override
    public List<FeedEntry> after(Connection connection, String tenant, long sequence, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT sequence, case_id, type, case_version FROM feed_entry
                WHERE tenant = ? AND sequence > ? ORDER BY sequence LIMIT ?""")) {
            select.setString(1, tenant);
            select.setLong(2, sequence);
            select.setInt(3, limit);
            try (ResultSet result = select.executeQuery()) {
                List<FeedEntry> entries = new ArrayList<>();
                while (result.next()) {
                    entries.add(new FeedEntry(
                            result.getLong("sequence"),
                            result.getObject("case_id", UUID.class),
                            result.getString("type"),
                            result.getLong("case_version")));
                }
                return List.copyOf(entries);
            }
        }
    }

    @Override
    public int forgetBefore(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM feed_entry WHERE arrived_at < ?")) {
            delete.setObject(1, time.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }
}
