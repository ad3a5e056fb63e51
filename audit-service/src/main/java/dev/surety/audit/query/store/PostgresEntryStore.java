package dev.surety.audit.query.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.Place;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.ledger.EntryKind;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.query.EntryFilter;
import dev.surety.audit.query.EntryStore;
import dev.surety.kit.database.Database;
import dev.surety.tlog.merkle.Hash;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds entries by the indexes of {@code ledger.entry}; a page is read from where the last one ended. */
@Singleton
public class PostgresEntryStore implements EntryStore {
    private static final String COLUMNS = """
            SELECT seq, kind, tenant, event_id, type, occurred_at, recorded_at, conv_ref, leaf_hash, body
            FROM ledger.entry WHERE log_id = ?""";

    private final Database database;
    private final int logId;
    private final String origin;

    PostgresEntryStore(Database database, AuditConfig config) {
        this.database = database;
        this.logId = config.log().number();
        this.origin = config.log().origin();
    }

    @Override
    public Optional<LogEntry> at(long index) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + " AND seq = ?")) {
                select.setInt(1, logId);
                select.setLong(2, index);
                return entries(select).stream().findFirst();
            }
        });
    }

    @Override
    public List<LogEntry> find(EntryFilter filter) {
        return database.read(connection -> {
            String sql = COLUMNS + " AND tenant = ? AND seq >= ?"
                    + (filter.conversationRefs() == null ? "" : " AND conv_ref = ANY (?)")
                    + (filter.type() == null ? "" : " AND type = ?")
                    + " ORDER BY seq LIMIT ?";
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                bind(connection, select, filter);
                return entries(select);
            }
        });
    }

    @Override
    public List<SealedPayload> payloads(Collection<Long> indices) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT seq, holder, key_id, ciphertext FROM erasable.payload
                    WHERE log_id = ? AND seq = ANY (?) ORDER BY seq, holder""")) {
                select.setInt(1, logId);
                select.setArray(2, connection.createArrayOf("bigint", indices.toArray()));
                List<SealedPayload> payloads = new ArrayList<>();
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        Place place = new Place(origin, result.getLong(1), KeyHolder.of(result.getInt(2)));
                        payloads.add(new SealedPayload(place, result.getObject(3, UUID.class), result.getBytes(4)));
                    }
                }
                return payloads;
            }
        });
    }

    private void bind(Connection connection, PreparedStatement select, EntryFilter filter) throws SQLException {
        int next = 1;
        select.setInt(next++, logId);
        select.setString(next++, filter.tenant());
        select.setLong(next++, filter.from());
        if (filter.conversationRefs() != null) {
            select.setArray(
                    next++,
                    connection.createArrayOf("bytea", filter.conversationRefs().toArray(byte[][]::new)));
        }
        if (filter.type() != null) {
            select.setString(next++, filter.type());
        }
        select.setInt(next, filter.limit());
    }

    private static List<LogEntry> entries(PreparedStatement select) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                entries.add(new LogEntry(
                        result.getLong("seq"),
                        EntryKind.of(result.getInt("kind")),
                        result.getString("tenant"),
                        result.getObject("event_id", UUID.class),
                        result.getString("type"),
                        instant(result.getObject("occurred_at", OffsetDateTime.class)),
                        result.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        result.getBytes("conv_ref"),
                        Hash.of(result.getBytes("leaf_hash")),
                        result.getBytes("body")));
            }
        }
        return entries;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
