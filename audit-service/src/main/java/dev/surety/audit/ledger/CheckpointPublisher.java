package dev.surety.audit.ledger;

import java.time.Instant;
import java.util.Optional;

/** Announces checkpoints to the other services. */
public interface CheckpointPublisher {
    /** Which checkpoint was announced last, and when. */
    Optional<Announcement> last();

    /** Announces a checkpoint once, whichever replica does it. */
    void announce(StoredCheckpoint checkpoint, Instant at);

    /** That a checkpoint was announced. */
    record Announcement(long size, Instant at) {}
}
