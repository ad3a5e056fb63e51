package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import java.time.Clock;
import java.util.Optional;

/**
 * Signs the log when it grew. Only what is committed and continues the last signed checkpoint is signed, so there are
 * never two roots for one size; and the mark outside the database rises before anybody can see the checkpoint.
 */
public final class Checkpointer {
    private final LedgerStore ledger;
    private final CheckpointStore checkpoints;
    private final RollbackGuard guard;
    private final SignerKey key;
    private final Clock clock;

    public Checkpointer(
            LedgerStore ledger, CheckpointStore checkpoints, RollbackGuard guard, SignerKey key, Clock clock) {
        this.ledger = requireNonNull(ledger, "ledger");
        this.checkpoints = requireNonNull(checkpoints, "checkpoints");
        this.guard = requireNonNull(guard, "guard");
        this.key = requireNonNull(key, "key");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * The checkpoint of the present size, signed now if it was not yet; empty before the log has its first writer.
     *
     * @throws LogIntegrityException when the log must not be signed
     */
    public Optional<StoredCheckpoint> sign() {
        Optional<LogState> state = ledger.state();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredCheckpoint> latest = checkpoints.latest();
        latest.map(StoredCheckpoint::note).ifPresent(guard::open);
        guard.check(state.get());
        if (latest.isPresent() && latest.get().size() == state.get().size()) {
            return latest;
        }
        Checkpoint checkpoint =
                new Checkpoint(key.name(), state.get().size(), state.get().root());
        SignedNote note = checkpoint.sign(key);
        guard.raise(note);
        StoredCheckpoint signed = new StoredCheckpoint(checkpoint, note, clock.instant());
        checkpoints.keep(signed);
        return Optional.of(signed);
    }
}
