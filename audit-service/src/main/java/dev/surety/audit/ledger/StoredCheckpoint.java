package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.note.SignedNote;
import java.time.Instant;

/** A checkpoint that was signed: what it states, and the signed note byte for byte. */
public record StoredCheckpoint(Checkpoint checkpoint, SignedNote note, Instant createdAt) {
    public StoredCheckpoint {
        requireNonNull(checkpoint, "checkpoint");
        requireNonNull(note, "note");
        requireNonNull(createdAt, "createdAt");
    }

    public long size() {
        return checkpoint.size();
    }
}
