package dev.surety.audit.ledger.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.FencedException;
import dev.surety.audit.ledger.Lease;
import dev.surety.audit.ledger.LedgerBatch;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.audit.ledger.LogState;
import dev.surety.audit.ledger.Sighting;
import dev.surety.audit.ledger.Source;
import dev.surety.kit.database.Database;
import dev.surety.tlog.merkle.CompactRange;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes the log into the schema {@code ledger}. The row of its state is the lock that all writers meet at. */
@Singleton
public class PostgresLedgerStore implements LedgerStore {
    private final Database database;
    private final Clock clock;
    private final int logId;
    private final String origin;

    PostgresLedgerStore(Database database, Clock clock, AuditConfig config) {
        this.database = database;
        this.clock = clock;
        this.logId = config.log().number();
        this.origin = config.log().origin();
    }

    @Override
    public Optional<Lease> acquire(String owner, Duration duration) {
        return database.inTransaction(connection -> {
            createIfAbsent(connection);
            refuseOtherOrigin(connection);
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE ledger.log_state
                    SET epoch = epoch + 1, lease_owner = ?,
                        lease_until = clock_timestamp() + ? * interval '1 millisecond'
                    WHERE log_id = ? AND (lease_until < clock_timestamp() OR lease_owner = ?)
                    RETURNING epoch""")) {
                update.setString(1, owner);
                update.setLong(2, duration.toMillis());
                update.setInt(3, logId);
                update.setString(4, owner);
                try (ResultSet result = update.executeQuery()) {
                    return result.next() ? Optional.of(new Lease(owner, result.getLong(1))) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void renew(Lease lease, Duration duration) {
        boolean mine = database.inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement("""
                    UPDATE ledger.log_state SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
                    WHERE log_id = ? AND epoch = ? AND lease_owner = ?""")) {
                update.setLong(1, duration.toMillis());
                update.setInt(2, logId);
                update.setLong(3, lease.epoch());
                update.setString(4, lease.owner());
                return update.executeUpdate() == 1;
            }
        });
        if (!mine) {
            throw new FencedException(lease);
        }
    }

    @Override
    public void release(Lease lease) {
        try {
            renew(lease, Duration.ZERO);
        } catch (FencedException another) {
            // It was taken over already: there is nothing to give back.
            return;
        }
    }

    @Override
    public void append(Lease lease, Duration duration, LedgerBatch batch) {
        boolean _ = database.inTransaction(connection -> {
            LogState present = lockedState(connection);
            if (present.epoch() != lease.epoch()
                    || present.size() != batch.before().size()) {
                throw new FencedException(lease);
            }
            new BatchRows(connection, logId).copy(batch, clock.instant());
            moveOffsets(connection, batch.positions(), lease);
            advance(connection, batch, duration);
            return true;
        });
    }

    @Override
    public Optional<LogState> state() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT origin, epoch, frontier, root FROM ledger.log_state WHERE log_id = ?")) {
                select.setInt(1, logId);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(state(result)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Map<Source.Stream, Long> positions() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT topic, partition, next_offset FROM ledger.kafka_offset WHERE log_id = ?")) {
                select.setInt(1, logId);
                try (ResultSet result = select.executeQuery()) {
                    Map<Source.Stream, Long> positions = new HashMap<>();
                    while (result.next()) {
                        positions.put(new Source.Stream(result.getString(1), result.getInt(2)), result.getLong(3));
                    }
                    return positions;
                }
            }
        });
    }

    @Override
    public Map<EventKey, List<Sighting>> sightings(Collection<EventKey> events) {
        Map<EventKey, List<Sighting>> sightings = new HashMap<>();
        if (events.isEmpty()) {
            return sightings;
        }
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT tenant, event_id, digest, seq
                    FROM unnest(?::text[], ?::uuid[]) AS asked (tenant, event_id)
                    JOIN ledger.event_seen seen USING (tenant, event_id)
                    WHERE seen.log_id = ? ORDER BY seq""")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "text", events.stream().map(EventKey::tenant).toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", events.stream().map(EventKey::id).toArray()));
                select.setInt(3, logId);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        EventKey event = new EventKey(result.getString(1), result.getObject(2, UUID.class));
                        sightings
                                .computeIfAbsent(event, _ -> new ArrayList<>())
                                .add(new Sighting(event, Hash.of(result.getBytes(3)), result.getLong(4)));
                    }
                    return sightings;
                }
            }
        });
    }

    @Override
    public Map<ByteBuffer, Hash> lastOfConversations(Collection<ByteBuffer> conversationRefs) {
        Map<ByteBuffer, Hash> last = new HashMap<>();
        if (conversationRefs.isEmpty()) {
            return last;
        }
        return database.read(connection -> {
            // One descent of the index per conversation, however long it is.
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT ref, leaf_hash FROM unnest(?::bytea[]) AS asked (ref)
                    CROSS JOIN LATERAL (
                        SELECT leaf_hash FROM ledger.entry
                        WHERE log_id = ? AND conv_ref = ref ORDER BY seq DESC LIMIT 1) AS last""")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea",
                                conversationRefs.stream().map(ByteBuffer::array).toArray(byte[][]::new)));
                select.setInt(2, logId);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        last.put(ByteBuffer.wrap(result.getBytes(1)), Hash.of(result.getBytes(2)));
                    }
                    return last;
                }
            }
        });
    }

    private void createIfAbsent(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger.log_state (log_id, origin, epoch, lease_owner, lease_until, size, root, frontier)
                VALUES (?, ?, 0, '', '-infinity', 0, ?, ?) ON CONFLICT DO NOTHING""")) {
            insert.setInt(1, logId);
            insert.setString(2, origin);
            insert.setBytes(3, MerkleHashing.EMPTY_ROOT.bytes());
            insert.setBytes(4, CompactRange.EMPTY.toBytes());
            int _ = insert.executeUpdate();
        }
    }

    private void refuseOtherOrigin(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT origin FROM ledger.log_state WHERE log_id = ?")) {
            select.setInt(1, logId);
            try (ResultSet result = select.executeQuery()) {
                String present = result.next() ? result.getString(1) : "(none: its origin belongs to another number)";
                if (!present.equals(origin)) {
                    throw new LogIntegrityException("Log " + logId + " of this database has the origin " + present
                            + ", but " + origin + " is configured. A log keeps its origin for ever: correct"
                            + " audit.log.origin, or give the new log a number of its own.");
                }
            }
        }
    }

    private LogState lockedState(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT origin, epoch, frontier, root FROM ledger.log_state WHERE log_id = ? FOR UPDATE")) {
            select.setInt(1, logId);
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    throw new LogIntegrityException("The state of log " + logId + " is gone from the database.");
                }
                return state(result);
            }
        }
    }

    private void moveOffsets(Connection connection, Map<Source.Stream, Long> positions, Lease lease)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO ledger.kafka_offset (log_id, topic, partition, next_offset, epoch) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (log_id, topic, partition)
                DO UPDATE SET next_offset = EXCLUDED.next_offset, epoch = EXCLUDED.epoch""")) {
            for (Map.Entry<Source.Stream, Long> position : positions.entrySet()) {
                upsert.setInt(1, logId);
                upsert.setString(2, position.getKey().topic());
                upsert.setInt(3, position.getKey().partition());
                upsert.setLong(4, position.getValue());
                upsert.setLong(5, lease.epoch());
                upsert.addBatch();
            }
            int[] _ = upsert.executeBatch();
        }
    }

    private void advance(Connection connection, LedgerBatch batch, Duration duration) throws SQLException {
        CompactRange frontier = batch.after().frontier();
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE ledger.log_state
                SET size = ?, root = ?, frontier = ?, lease_until = clock_timestamp() + ? * interval '1 millisecond'
                WHERE log_id = ?""")) {
            update.setLong(1, frontier.size());
            update.setBytes(2, frontier.root().bytes());
            update.setBytes(3, frontier.toBytes());
            update.setLong(4, duration.toMillis());
            update.setInt(5, logId);
            int _ = update.executeUpdate();
        }
    }

    private static LogState state(ResultSet result) throws SQLException {
        return new LogState(
                result.getString("origin"),
                result.getLong("epoch"),
                CompactRange.parse(result.getBytes("frontier")),
                Hash.of(result.getBytes("root")));
    }
}
