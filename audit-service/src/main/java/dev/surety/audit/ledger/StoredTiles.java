package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.tile.MissingResourceException;
import dev.surety.tlog.tile.Tile;
import dev.surety.tlog.tile.TileCoordinates;
import dev.surety.tlog.tile.TileSource;
import java.util.List;

/**
 * The tiles of the log, whether stored or not: only full ones are; a partial one is put together from the leaf hashes
 * of entries, or from the roots of the full tiles below it.
 */
public final class StoredTiles implements TileSource {
    private final TileStore store;

    public StoredTiles(TileStore store) {
        this.store = requireNonNull(store, "store");
    }

    @Override
    public Tile tile(TileCoordinates coordinates) {
        if (coordinates.isFull()) {
            return Tile.parse(coordinates, store.fullTile(coordinates.level(), coordinates.index()));
        }
        long first = coordinates.index() * TileCoordinates.FULL_WIDTH;
        List<Hash> hashes = coordinates.level() == 0
                ? store.leafHashes(first, coordinates.width())
                : store.tileRoots(coordinates.level() - 1, first, coordinates.width());
        if (hashes.size() < coordinates.width()) {
            throw new MissingResourceException(coordinates.path());
        }
        return Tile.of(coordinates, hashes);
    }
}
