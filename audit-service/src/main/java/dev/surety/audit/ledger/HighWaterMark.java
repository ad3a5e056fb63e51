package dev.surety.audit.ledger;

import dev.surety.tlog.note.SignedNote;
import java.util.Optional;

/** Remembers the last signed checkpoint outside of the database, so that a restored database is recognised. */
public interface HighWaterMark {
    /** The last signed checkpoint; empty before the first. */
    Optional<SignedNote> read();

    /** Remembers a checkpoint; it has reached the disk when this returns. */
    void write(SignedNote note);
}
