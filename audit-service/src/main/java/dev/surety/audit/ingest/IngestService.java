package dev.surety.audit.ingest;

import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.BatchKeys;
import dev.surety.audit.disclosure.KeyRing;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.ingest.Admission.Admitted;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.LedgerBatch;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.LogWriter;
import dev.surety.audit.ledger.Source;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.tile.TreeEdge;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Appends what was received, once. A batch takes effect as a whole, together with the offsets it was read up to; after
 * any failure {@link #begin} must be called again, and the same records come back. For one thread.
 */
public final class IngestService {
    private final LogWriter writer;
    private final LedgerStore ledger;
    private final KeyRing ring;
    private final EntryComposer composer;
    private final Clock clock;

    public IngestService(LogWriter writer, LedgerStore ledger, KeyRing ring, EntryComposer composer, Clock clock) {
        this.writer = requireNonNull(writer, "writer");
        this.ledger = requireNonNull(ledger, "ledger");
        this.ring = requireNonNull(ring, "ring");
        this.composer = requireNonNull(composer, "composer");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Becomes the writer of the log; false while another one is. */
    public boolean begin() {
        ring.forgetAll();
        return writer.take();
    }

    /** Where reading goes on, for every stream that was read before. */
    public Map<Source.Stream, Long> positions() {
        return ledger.positions();
    }

    /** Stays the writer while there is nothing to append. */
    public void keep() {
        writer.keep();
    }

    /** Lets another be the writer. */
    public void end() {
        writer.giveBack();
    }

    /** How many entries the log has. */
    public long size() {
        return writer.edge().size();
    }

    /**
     * Appends a batch.
     *
     * @param positions the next offset to read, for every stream that was read
     */
    public Tally ingest(List<Received> batch, Map<Source.Stream, Long> positions) {
        BatchKeys keys = ring.forBatch();
        keys.prefetch(batch.stream().map(Received::participants).toList());
        Admission admission = new Admission(
                keys, ledger.sightings(eventKeys(batch)), writer.edge().size());
        batch.forEach(admission::decide);
        writer.append(compose(admission, keys, positions));
        keys.committed();
        return admission.tally();
    }

    private LedgerBatch compose(Admission admission, BatchKeys keys, Map<Source.Stream, Long> positions) {
        EntryComposer.Surroundings surroundings =
                new EntryComposer.Surroundings(keys, lastOfConversations(admission.admitted()), clock.instant());
        TreeEdge before = writer.edge();
        List<LogEntry> entries = new ArrayList<>(admission.admitted().size());
        List<SealedPayload> payloads = new ArrayList<>();
        for (Admitted admitted : admission.admitted()) {
            EntryComposer.Composed composed = composer.compose(before.size() + entries.size(), admitted, surroundings);
            entries.add(composed.entry());
            payloads.addAll(composed.payloads());
        }
        TreeEdge.Extension extension =
                before.extendedBy(entries.stream().map(LogEntry::leafHash).toList());
        return new LedgerBatch(
                before,
                extension.edge(),
                entries,
                extension.completed(),
                admission.newSightings(),
                new LedgerBatch.Sealed(payloads, keys.newKeys(), keys.newReferences()),
                positions);
    }

    private Map<ByteBuffer, Hash> lastOfConversations(List<Admitted> admitted) {
        Set<ByteBuffer> references = admitted.stream()
                .map(Admitted::conversationRef)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new HashMap<>(ledger.lastOfConversations(references));
    }

    private static Set<EventKey> eventKeys(List<Received> batch) {
        return batch.stream()
                .filter(Received.Event.class::isInstance)
                .map(received -> ((Received.Event) received).key())
                .collect(Collectors.toSet());
    }
}
