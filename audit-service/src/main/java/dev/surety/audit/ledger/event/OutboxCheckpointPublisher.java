package dev.surety.audit.ledger.event;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.CheckpointPublisher;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.contracts.audit.CheckpointPublished;
import dev.surety.kit.database.Database;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.outbox.Outbox;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Announces checkpoints through the outbox: that one was announced and its event are in one transaction. */
@Singleton
public class OutboxCheckpointPublisher implements CheckpointPublisher {
    private static final URI SOURCE = URI.create("/surety/audit-service");
    /** Checkpoints belong to the installation, not to one of its tenants. */
    private static final String TENANT = "installation";

    private final Database database;
    private final Outbox outbox;
    private final int logId;

    OutboxCheckpointPublisher(Database database, Outbox outbox, AuditConfig config) {
        this.database = database;
        this.outbox = outbox;
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
                    return result.next()
                            ? Optional.of(new Announcement(
                                    result.getLong(1),
                                    result.getObject(2, OffsetDateTime.class).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public void announce(StoredCheckpoint checkpoint, Instant at) {
        boolean _ = database.inTransaction(connection -> {
            boolean first = note(connection, checkpoint.size(), at);
            if (first) {
                outbox.append(connection, checkpoint.checkpoint().origin(), event(checkpoint, at));
            }
            return first;
        });
    }

    private boolean note(Connection connection, long size, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger.announcement (log_id, size, announced_at) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setInt(1, logId);
            insert.setLong(2, size);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    private static CloudEvent<CheckpointPublished> event(StoredCheckpoint checkpoint, Instant at) {
        String origin = checkpoint.checkpoint().origin();
        return new CloudEvent<>(
                Identifiers.named(TENANT, origin + '/' + checkpoint.size()),
                SOURCE,
                origin,
                TENANT,
                at,
                new CheckpointPublished(
                        origin,
                        checkpoint.size(),
                        checkpoint.checkpoint().root().toBase64(),
                        checkpoint.note().toString(),
                        checkpoint.createdAt()));
    }
}
