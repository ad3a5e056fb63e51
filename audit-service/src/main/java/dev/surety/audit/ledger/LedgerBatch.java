package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.KeyReference;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TreeEdge;
import java.util.List;
import java.util.Map;

/**
 * Everything that one transaction adds: entries and the tiles that they fill, what is sealed beside them, which events
 * they are, and how far Kafka was read for them. It takes effect as a whole or not at all.
 *
 * @param before the tree that it was composed for; the transaction refuses any other
 * @param positions the next offset to read, for every stream that was read
 */
public record LedgerBatch(
        TreeEdge before,
        TreeEdge after,
        List<LogEntry> entries,
        List<Tile> tiles,
        List<Sighting> sightings,
        Sealed sealed,
        Map<Source.Stream, Long> positions) {
    public LedgerBatch {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        entries = List.copyOf(entries);
        tiles = List.copyOf(tiles);
        sightings = List.copyOf(sightings);
        requireNonNull(sealed, "sealed");
        positions = Map.copyOf(positions);
        if (after.size() - before.size() != entries.size()) {
            throw new IllegalArgumentException("the tree grows from " + before.size() + " to " + after.size() + " by "
                    + entries.size() + " entries");
        }
    }

    /** The erasable side of a batch. */
    public record Sealed(List<SealedPayload> payloads, List<WrappedKey> keys, List<KeyReference> references) {
        public Sealed {
            payloads = List.copyOf(payloads);
            keys = List.copyOf(keys);
            references = List.copyOf(references);
        }
    }
}
