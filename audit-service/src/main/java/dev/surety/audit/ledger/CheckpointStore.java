package dev.surety.audit.ledger;

import java.util.Optional;

/** Keeps every checkpoint that was ever signed. */
public interface CheckpointStore {
    /** The checkpoint of the largest size; empty before the first. */
    Optional<StoredCheckpoint> latest();

    /**
     * Keeps a checkpoint. Of two replicas that sign the same size one is first; the other finds the same root there.
     *
     * @throws LogIntegrityException when the size has another root already
     */
    void keep(StoredCheckpoint checkpoint);
}
