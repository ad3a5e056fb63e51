package dev.surety.audit.ledger;

import dev.surety.tlog.merkle.Hash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the log is written. Time is the store's own, so that the clocks of replicas need not agree. */
public interface LedgerStore {
    /**
     * Takes the lease if it is free, has run out, or is this owner's.
     *
     * @return empty while another writer holds it
     * @throws LogIntegrityException when the store holds a log of another origin
     */
    Optional<Lease> acquire(String owner, Duration duration);

    /**
     * Keeps the lease for longer.
     *
     * @throws FencedException when it is another's
     */
    void renew(Lease lease, Duration duration);

    /** Gives the lease back, so that the next writer need not wait; without effect when it is another's. */
    void release(Lease lease);

    /**
     * Appends a batch in one transaction and keeps the lease.
     *
     * @throws FencedException when the lease is another's, or the tree is not the one that the batch was composed for
     */
    void append(Lease lease, Duration duration, LedgerBatch batch);

    /** How far the log has come; empty before its first writer. */
    Optional<LogState> state();

    /** Where reading goes on, for every stream that was read. */
    Map<Source.Stream, Long> positions();

    /** What the log holds of these events, oldest first; an event that it does not hold is not in the result. */
    Map<EventKey, List<Sighting>> sightings(Collection<EventKey> events);

    /** The leaf hash of the last entry that refers to each conversation; one without entries is not in the result. */
    Map<ByteBuffer, Hash> lastOfConversations(Collection<ByteBuffer> conversationRefs);
}
