package dev.surety.audit.query;

import dev.surety.audit.ledger.CheckpointStore;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.audit.ledger.LogState;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.audit.ledger.StoredTiles;
import dev.surety.audit.ledger.TileStore;
import dev.surety.tlog.merkle.ConsistencyProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.tile.TileHashReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Proves entries and the growth of the log, from tiles alone, and never answers a proof that does not hold. */
@Singleton
public class ProofService {
    private final LedgerStore ledger;
    private final CheckpointStore checkpoints;
    private final TileStore tiles;

    ProofService(LedgerStore ledger, CheckpointStore checkpoints, TileStore tiles) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /** A proof that an entry is in the tree of a signed checkpoint. */
    public record Inclusion(InclusionProof proof, Hash leafHash, StoredCheckpoint checkpoint) {}

    /** A proof that the tree of a signed checkpoint continues an older one. */
    public record Consistency(ConsistencyProof proof, Hash oldRoot, Hash newRoot, StoredCheckpoint checkpoint) {}

    /** How the log stands: how many entries are committed, and the last checkpoint. */
    public record Standing(long size, Optional<StoredCheckpoint> checkpoint) {}

    public Standing standing() {
        Optional<StoredCheckpoint> checkpoint = checkpoints.latest();
        long size = ledger.state().map(LogState::size).orElse(0L);
        return new Standing(size, checkpoint);
    }

    /**
     * Proves an entry in the last checkpoint; empty while no checkpoint covers it yet.
     *
     * @throws LogIntegrityException when the stored rows do not lead to the signed root
     */
    public Optional<Inclusion> inclusion(LogEntry entry) {
        Optional<StoredCheckpoint> latest = checkpoints.latest().filter(one -> entry.index() < one.size());
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        StoredCheckpoint checkpoint = latest.get();
        Hash leafHash = MerkleHashing.leafHash(entry.body());
        InclusionProof proof = InclusionProof.of(entry.index(), checkpoint.size(), nodes(checkpoint.size()));
        try {
            proof.verify(leafHash, checkpoint.checkpoint().root());
        } catch (InvalidProofException broken) {
            throw new LogIntegrityException(
                    "Entry " + entry.index() + " does not lead to the signed root: " + broken.getMessage());
        }
        return Optional.of(new Inclusion(proof, leafHash, checkpoint));
    }

    /**
     * Proves that the log of {@code newSize} entries continues the one of {@code oldSize}; empty for sizes that no
     * checkpoint covers yet.
     */
    public Optional<Consistency> consistency(long oldSize, long newSize) {
        Optional<StoredCheckpoint> latest = checkpoints.latest().filter(one -> newSize <= one.size());
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        TileHashReader nodes = nodes(latest.get().size());
        return Optional.of(new Consistency(
                ConsistencyProof.of(oldSize, newSize, nodes),
                nodes.rootAt(oldSize),
                nodes.rootAt(newSize),
                latest.get()));
    }

    private TileHashReader nodes(long size) {
        return new TileHashReader(new StoredTiles(tiles), size);
    }
}
