package dev.surety.tlog.tile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile: its level 0..63, its index within the level and how many hashes it has, 1..256. Hash i of the tile is
 * the root over the leaves from (index·256+i)·256^level on, 256^level of them.
 */
public record TileCoordinates(int level, long index, int width) {
    /** The number of hashes in a full tile. */
    public static final int FULL_WIDTH = 256;

    private static final int HIGHEST_LEVEL = 63;
    private static final Pattern PATH = Pattern.compile(
            "tile/(0|[1-9][0-9]?)/(" + TileNumber.INDEX_PATTERN + ")(?:\\.p/(" + TileNumber.WIDTH_PATTERN + "))?");

    public TileCoordinates {
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("level is " + level + ": 0.." + HIGHEST_LEVEL + " was expected");
        }
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ": zero or more was expected");
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("width is " + width + ": 1.." + FULL_WIDTH + " was expected");
        }
    }

    /** The full tile at that place. */
    public static TileCoordinates full(int level, long index) {
        return new TileCoordinates(level, index, FULL_WIDTH);
    }

    /** Reads a path relative to the log's prefix; empty for anything but the one spelling that a tile has. */
    public static Optional<TileCoordinates> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = Integer.parseInt(matcher.group(1));
        long index = TileNumber.parse(matcher.group(2));
        int width = matcher.group(3) == null ? FULL_WIDTH : Integer.parseInt(matcher.group(3));
        boolean namesPartial = matcher.group(3) == null || width < FULL_WIDTH;
        return level <= HIGHEST_LEVEL && index >= 0 && namesPartial
                ? Optional.of(new TileCoordinates(level, index, width))
                : Optional.empty();
    }

    /** The path relative to the log's prefix, such as {@code tile/0/x001/234.p/17}. */
    public String path() {
        String full = "tile/" + level + "/" + TileNumber.format(index);
        return isFull() ? full : full + ".p/" + width;
    }

    /** Whether the tile has all of its 256 hashes and will never change again. */
    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    @Override
    public String toString() {
        return path();
    }
}
