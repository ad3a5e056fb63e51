package dev.surety.audit.testing;

import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.ledger.CheckpointStore;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.FencedException;
import dev.surety.audit.ledger.HighWaterMark;
import dev.surety.audit.ledger.Lease;
import dev.surety.audit.ledger.LedgerBatch;
import dev.surety.audit.ledger.LedgerStore;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.LogState;
import dev.surety.audit.ledger.Sighting;
import dev.surety.audit.ledger.Source;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.audit.ledger.TileStore;
import dev.surety.audit.query.EntryFilter;
import dev.surety.audit.query.EntryStore;
import dev.surety.tlog.merkle.CompactRange;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.tile.MissingResourceException;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TileCoordinates;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A log in memory that can be told to fail, to lose its answer, and to be changed behind its back. */
public final class InMemoryLog implements LedgerStore, TileStore, CheckpointStore, EntryStore, HighWaterMark {
    public static final String ORIGIN = "test.example/log";

    public final List<LogEntry> entries = new ArrayList<>();
    public final List<SealedPayload> payloads = new ArrayList<>();
    public final TreeMap<Long, StoredCheckpoint> checkpoints = new TreeMap<>();
    private final InMemoryKeys keys;
    private final Map<TileCoordinates, Tile> tiles = new HashMap<>();
    private final Map<EventKey, List<Sighting>> sightings = new HashMap<>();
    private final Map<Source.Stream, Long> positions = new HashMap<>();
    private Optional<SignedNote> mark = Optional.empty();
    private CompactRange frontier = CompactRange.EMPTY;
    private String owner = "";
    private long epoch;
    private Failure failure = Failure.NONE;

    /** What goes wrong at the next append. */
    public enum Failure {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    public InMemoryLog(InMemoryKeys keys) {
        this.keys = keys;
    }

    public void failNext(Failure next) {
        failure = next;
    }

    /** Lets the lease run out. */
    public void expireLease() {
        owner = "";
    }

    @Override
    public Optional<Lease> acquire(String candidate, Duration duration) {
        if (!owner.isEmpty() && !owner.equals(candidate)) {
            return Optional.empty();
        }
        owner = candidate;
        return Optional.of(new Lease(candidate, ++epoch));
    }

    @Override
    public void renew(Lease lease, Duration duration) {
        if (lease.epoch() != epoch) {
            throw new FencedException(lease);
        }
    }

    @Override
    public void release(Lease lease) {
        if (lease.epoch() == epoch) {
            owner = "";
        }
    }

    @Override
    public void append(Lease lease, Duration duration, LedgerBatch batch) {
        Failure now = failure;
        failure = Failure.NONE;
        if (now == Failure.BEFORE_COMMIT) {
            throw new IllegalStateException("the database went away before the commit");
        }
        if (lease.epoch() != epoch || batch.before().size() != frontier.size()) {
            throw new FencedException(lease);
        }
        entries.addAll(batch.entries());
        payloads.addAll(batch.sealed().payloads());
        keys.store(batch.sealed().keys(), batch.sealed().references());
        batch.tiles().forEach(tile -> tiles.put(tile.coordinates(), tile));
        batch.sightings()
                .forEach(one -> sightings
                        .computeIfAbsent(one.event(), _ -> new ArrayList<>())
                        .add(one));
        positions.putAll(batch.positions());
        frontier = batch.after().frontier();
        if (now == Failure.AFTER_COMMIT) {
            throw new IllegalStateException("the database went away before it could answer");
        }
    }

    @Override
    public Optional<LogState> state() {
        return Optional.of(new LogState(ORIGIN, epoch, frontier, frontier.root()));
    }

    @Override
    public Map<Source.Stream, Long> positions() {
        return Map.copyOf(positions);
    }

    @Override
    public Map<EventKey, List<Sighting>> sightings(Collection<EventKey> events) {
        Map<EventKey, List<Sighting>> found = new HashMap<>(sightings);
        found.keySet().retainAll(events);
        return found;
    }

    @Override
    public Map<ByteBuffer, Hash> lastOfConversations(Collection<ByteBuffer> conversationRefs) {
        Map<ByteBuffer, Hash> last = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry.conversationRef() != null) {
                last.put(ByteBuffer.wrap(entry.conversationRef()), entry.leafHash());
            }
        }
        last.keySet().retainAll(conversationRefs);
        return last;
    }

    @Override
    public byte[] fullTile(int level, long index) {
        TileCoordinates coordinates = TileCoordinates.full(level, index);
        if (!tiles.containsKey(coordinates)) {
            throw new MissingResourceException(coordinates.path());
        }
        return tiles.get(coordinates).bytes();
    }

    @Override
    public List<Hash> tileRoots(int level, long from, int count) {
        List<Hash> roots = new ArrayList<>();
        for (long index = from;
                index < from + count && tiles.containsKey(TileCoordinates.full(level, index));
                index++) {
            roots.add(tiles.get(TileCoordinates.full(level, index)).root());
        }
        return roots;
    }

    @Override
    public List<Hash> leafHashes(long from, int count) {
        return entries.stream().skip(from).limit(count).map(LogEntry::leafHash).toList();
    }

    @Override
    public List<byte[]> bodies(long from, int count) {
        return entries.stream().skip(from).limit(count).map(LogEntry::body).toList();
    }

    @Override
    public Optional<StoredCheckpoint> latest() {
        return checkpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(checkpoints.lastEntry().getValue());
    }

    @Override
    public void keep(StoredCheckpoint checkpoint) {
        checkpoints.putIfAbsent(checkpoint.size(), checkpoint);
    }

    @Override
    public Optional<LogEntry> at(long index) {
        return entries.stream().skip(index).findFirst();
    }

    @Override
    public List<LogEntry> find(EntryFilter filter) {
        return entries.stream()
                .filter(entry -> entry.index() >= filter.from() && Objects.equals(entry.tenant(), filter.tenant()))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public List<SealedPayload> payloads(Collection<Long> indices) {
        return payloads.stream()
                .filter(payload -> indices.contains(payload.place().index()))
                .toList();
    }

    @Override
    public Optional<SignedNote> read() {
        return mark;
    }

    @Override
    public void write(SignedNote note) {
        mark = Optional.of(note);
    }
}
