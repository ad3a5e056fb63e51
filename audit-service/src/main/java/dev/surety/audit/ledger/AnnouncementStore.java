package dev.surety.audit.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keeps which checkpoints were announced. */
public interface AnnouncementStore {
    /** The last announcement; empty before the first. */
    Optional<CheckpointPublisher.Announcement> last();

    /** Notes one in the caller's transaction; false when that checkpoint was announced already. */
    boolean note(Connection connection, long size, Instant at) throws SQLException;
}
