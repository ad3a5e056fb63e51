package dev.surety.tlog.tile;

import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.HashReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Answers every node of a tree of a fixed size from its tiles alone. It asks for each tile once and keeps it, so one
 * reader serves one request (or one proof) and is then dropped. Not safe for use by several threads.
 */
public final class TileHashReader implements HashReader {
    private static final int LEVELS_PER_TILE = 8;

    private final TileSource tiles;
    private final long treeSize;
    private final Map<TileCoordinates, Tile> seen = new HashMap<>();

    public TileHashReader(TileSource tiles, long treeSize) {
        this.tiles = Objects.requireNonNull(tiles, "tiles");
        if (treeSize < 0) {
            throw new IllegalArgumentException("size is " + treeSize + ": zero or more was expected");
        }
        this.treeSize = treeSize;
    }

    @Override
    public Hash read(int level, long index) {
        if (level < 0 || level >= Long.SIZE || index < 0 || index >= treeSize >>> level) {
            throw new NoSuchElementException(
                    "a tree of " + treeSize + " entries has no node " + index + " on level " + level);
        }
        int tileLevel = level / LEVELS_PER_TILE;
        int height = level % LEVELS_PER_TILE;
        long firstHash = index << height;
        TileCoordinates coordinates = TileLayout.tile(tileLevel, firstHash / TileCoordinates.FULL_WIDTH, treeSize)
                .orElseThrow();
        return seen.computeIfAbsent(coordinates, tiles::tile)
                .node(height, (int) (firstHash % TileCoordinates.FULL_WIDTH));
    }
}
