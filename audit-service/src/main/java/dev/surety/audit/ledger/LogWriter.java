package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.tile.TreeEdge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The writer of a log: it holds the lease, and the right edge of the tree in memory. After any failure it must take
 * the lease anew, because only then is the edge what is committed. For one thread.
 */
public final class LogWriter {
    private final LedgerStore store;
    private final TileStore tiles;
    private final RollbackGuard guard;
    private final Tenancy tenancy;
    private final Clock clock;
    private @Nullable Lease lease;
    private TreeEdge edge = TreeEdge.EMPTY;
    private Instant renewAt = Instant.MIN;

    public LogWriter(LedgerStore store, TileStore tiles, RollbackGuard guard, Tenancy tenancy, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.tiles = requireNonNull(tiles, "tiles");
        this.guard = requireNonNull(guard, "guard");
        this.tenancy = requireNonNull(tenancy, "tenancy");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Who takes the lease, and for how long it lasts unless renewed. */
    public record Tenancy(String owner, Duration duration) {
        public Tenancy {
            requireNonNull(owner, "owner");
            requireNonNull(duration, "duration");
        }
    }

    /**
     * Takes the lease and reads the edge of the tree; false while another writer has it.
     *
     * @throws LogIntegrityException when the log must not be written
     */
    public boolean take() {
        lease = null;
        Optional<Lease> taken = store.acquire(tenancy.owner(), tenancy.duration());
        if (taken.isEmpty()) {
            return false;
        }
        LogState state = store.state().orElseThrow();
        guard.check(state);
        edge = edge(state);
        renewed();
        lease = taken.get();
        return true;
    }

    /** The tree as it is committed. */
    public TreeEdge edge() {
        return edge;
    }

    /**
     * Appends a batch that was composed for the present edge.
     *
     * @throws FencedException when the lease is another's
     */
    public void append(LedgerBatch batch) {
        store.append(held(), tenancy.duration(), batch);
        edge = batch.after();
        renewed();
    }

    /**
     * Keeps the lease while there is nothing to append.
     *
     * @throws FencedException when it is another's
     */
    public void keep() {
        if (!clock.instant().isBefore(renewAt)) {
            store.renew(held(), tenancy.duration());
            renewed();
        }
    }

    /** Gives the lease back. */
    public void giveBack() {
        if (lease != null) {
            Lease held = lease;
            lease = null;
            store.release(held);
        }
    }

    private Lease held() {
        if (lease == null) {
            throw new IllegalStateException("the writer does not hold the lease");
        }
        return lease;
    }

    private void renewed() {
        renewAt = clock.instant().plus(tenancy.duration().dividedBy(3));
    }

    private TreeEdge edge(LogState state) {
        StoredTiles stored = new StoredTiles(tiles);
        TreeEdge read;
        try {
            read = TreeEdge.resume(state.size(), stored);
        } catch (NoSuchElementException missing) {
            throw new LogIntegrityException("The log has " + state.size() + " entries, but not the rows of them ("
                    + missing.getMessage() + "). Restore the database to its last consistent state.");
        }
        if (!read.root().equals(state.root())) {
            throw new LogIntegrityException("The rows of the log lead to the root " + read.root()
                    + ", but its state says " + state.root() + ". Rows were changed; restore the database.");
        }
        return read;
    }
}
