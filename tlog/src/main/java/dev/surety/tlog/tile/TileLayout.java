package dev.surety.tlog.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which tiles and bundles a tree of a given size consists of. */
public final class TileLayout {
    private static final int LEVELS_PER_TILE = 8;

    /** 256^8 exceeds the largest size, so no tree has a hash on level 8 or above. */
    private static final int LEVELS = 8;

    private TileLayout() {}

    /** How many hashes the tiles of this level hold together. */
    public static long hashes(int level, long treeSize) {
        return level < LEVELS ? treeSize >>> (level * LEVELS_PER_TILE) : 0;
    }

    /** The tile at that place in a tree of this size, full or partial; empty when the tree does not reach it. */
    public static Optional<TileCoordinates> tile(int level, long index, long treeSize) {
        long hashes = hashes(level, treeSize);
        long full = hashes / TileCoordinates.FULL_WIDTH;
        int rest = (int) (hashes % TileCoordinates.FULL_WIDTH);
        if (index < full) {
            return Optional.of(TileCoordinates.full(level, index));
        }
        return index == full && rest > 0 ? Optional.of(new TileCoordinates(level, index, rest)) : Optional.empty();
    }

    /** The bundle at that place in a log of this size, full or partial; empty when the log does not reach it. */
    public static Optional<BundleCoordinates> bundle(long index, long treeSize) {
        return tile(0, index, treeSize).map(tile -> new BundleCoordinates(tile.index(), tile.width()));
    }

    /** The full tiles that a tree gains by growing, lower levels first, in order within a level. */
    public static List<TileCoordinates> completedBetween(long oldSize, long newSize) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("old size is " + oldSize + ": 0.." + newSize + " was expected");
        }
        List<TileCoordinates> completed = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            long end = hashes(level, newSize) / TileCoordinates.FULL_WIDTH;
            for (long index = hashes(level, oldSize) / TileCoordinates.FULL_WIDTH; index < end; index++) {
                completed.add(TileCoordinates.full(level, index));
            }
        }
        return List.copyOf(completed);
    }

    /** The partial tiles on the right edge of a tree of this size, lowest level first; never an empty one. */
    public static List<TileCoordinates> partials(long treeSize) {
        if (treeSize < 0) {
            throw new IllegalArgumentException("size is " + treeSize + ": zero or more was expected");
        }
        List<TileCoordinates> partials = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            long hashes = hashes(level, treeSize);
            int width = (int) (hashes % TileCoordinates.FULL_WIDTH);
            if (width > 0) {
                partials.add(new TileCoordinates(level, hashes / TileCoordinates.FULL_WIDTH, width));
            }
        }
        return List.copyOf(partials);
    }
}
