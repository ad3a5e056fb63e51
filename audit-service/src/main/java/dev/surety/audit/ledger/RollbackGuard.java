package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.ConsistencyProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import dev.surety.tlog.tile.TileHashReader;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Tells whether the committed log continues what was signed before. A database that was restored from a backup is
 * behind, or has grown differently since; writing or signing it would fork the log, and a forked log is worth nothing.
 * The old checkpoint comes from outside the database, and the proof from the rows as they are stored.
 */
public final class RollbackGuard {
    private final HighWaterMark mark;
    private final VerifierKey key;
    private final TileStore tiles;

    public RollbackGuard(HighWaterMark mark, VerifierKey key, TileStore tiles) {
        this.mark = requireNonNull(mark, "mark");
        this.key = requireNonNull(key, "key");
        this.tiles = requireNonNull(tiles, "tiles");
    }

    /**
     * Returns if the log may go on from {@code state}.
     *
     * @throws LogIntegrityException when it does not continue the last signed checkpoint
     */
    public void check(LogState state) {
        if (!state.frontier().root().equals(state.root())) {
            throw new LogIntegrityException("The root of the log is not the one of its frontier: the row of its state"
                    + " was changed. Restore the database to its last consistent state.");
        }
        Optional<Checkpoint> signed = mark.read().map(this::open);
        if (signed.isEmpty()) {
            return;
        }
        Checkpoint last = signed.get();
        if (last.size() > state.size()) {
            throw new LogIntegrityException("The database has " + state.size() + " entries, but a checkpoint of "
                    + last.size() + " entries was signed. It was restored from an older backup, or it is another one."
                    + " Nothing is appended or signed: restore the newer state, or start a new log with another origin"
                    + " and publish that it succeeds this one.");
        }
        requireContinuation(last, state);
    }

    /** Remembers that a checkpoint is about to be published. */
    public void raise(SignedNote note) {
        mark.write(note);
    }

    /**
     * What a note of this log states.
     *
     * @throws LogIntegrityException when another key signed it
     */
    Checkpoint open(SignedNote note) {
        try {
            return Checkpoint.open(note, key);
        } catch (UntrustedNoteException foreign) {
            throw new LogIntegrityException("An earlier checkpoint of the log is not signed by the present key " + key
                    + " (" + foreign.getMessage() + "). Bring the log's own key back.");
        }
    }

    private void requireContinuation(Checkpoint last, LogState state) {
        try {
            TileHashReader nodes = new TileHashReader(new StoredTiles(tiles), state.size());
            ConsistencyProof.of(last.size(), state.size(), nodes).verify(last.root(), state.root());
        } catch (InvalidProofException | NoSuchElementException broken) {
            throw new LogIntegrityException("The log of " + state.size()
                    + " entries does not continue the checkpoint of "
                    + last.size() + " entries that was signed (" + broken.getMessage() + "). Rows were changed, or the"
                    + " database was restored and written to. Nothing is appended or signed until this is explained.");
        }
    }
}
