package dev.surety.audit.ledger.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.AnnouncementStore;
import dev.surety.audit.ledger.CheckpointPublisher.Announcement;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps announcements in the schema {@code ledger}, whose key allows one per checkpoint. */
@Singleton
public class PostgresAnnouncementStore implements AnnouncementStore {
    private final Database database;
    private final int logId;

    PostgresAnnouncementStore(Database database, AuditConfig config) {
        this.database = database;
        this.logId = config.log().number();
    }

    @Override
    public Optional<Announcement> last() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT size, announced_at FROM ledger.announcement
                    WHERE log_id = ? ORDER BY size DESC LIMIT 1""")) {
                select.setInt(1, logId);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(announcement(result)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public boolean note(Connection connection, long size, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger.announcement (log_id, size, announced_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setInt(1, logId);
            insert.setLong(2, size);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    private static Announcement announcement(ResultSet result) throws SQLException {
        return new Announcement(
                result.getLong(1), result.getObject(2, OffsetDateTime.class).toInstant());
    }
}
