package dev.surety.audit.ledger.event;

import dev.surety.audit.ledger.AnnouncementStore;
import dev.surety.audit.ledger.CheckpointPublisher;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.contracts.audit.CheckpointPublished;
import dev.surety.kit.database.Database;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.outbox.Outbox;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Announces checkpoints through the outbox: that one was announced and its event are in one transaction. */
@Singleton
public class OutboxCheckpointPublisher implements CheckpointPublisher {
    private static final URI SOURCE = URI.create("/surety/audit-service");
    /** Checkpoints belong to the installation, not to one of its tenants. */
    private static final String TENANT = "installation";

    private final Database database;
    private final AnnouncementStore announcements;
    private final Outbox outbox;

    OutboxCheckpointPublisher(Database database, AnnouncementStore announcements, Outbox outbox) {
        this.database = database;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    @Override
    public Optional<Announcement> last() {
        return announcements.last();
    }

    @Override
    public void announce(StoredCheckpoint checkpoint, Instant at) {
        boolean _ = database.inTransaction(connection -> {
            boolean first = announcements.note(connection, checkpoint.size(), at);
            if (first) {
                outbox.append(connection, checkpoint.checkpoint().origin(), event(checkpoint, at));
            }
            return first;
        });
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
