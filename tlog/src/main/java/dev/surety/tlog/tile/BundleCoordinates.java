package dev.surety.tlog.tile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names an entry bundle: its index and how many entries it has, 1..256; the first is entry index·256. */
public record BundleCoordinates(long index, int width) {
    private static final Pattern PATH = Pattern.compile(
            "tile/entries/(" + TileNumber.INDEX_PATTERN + ")(?:\\.p/(" + TileNumber.WIDTH_PATTERN + "))?");

    public BundleCoordinates {
        if (index < 0 || index > Long.MAX_VALUE / TileCoordinates.FULL_WIDTH) {
            throw new IllegalArgumentException("index is " + index + ": no log has that many entries");
        }
        if (width < 1 || width > TileCoordinates.FULL_WIDTH) {
            throw new IllegalArgumentException(
                    "width is " + width + ": 1.." + TileCoordinates.FULL_WIDTH + " was expected");
        }
    }

    /** Reads a path relative to the log's prefix; empty for anything but the one spelling that a bundle has. */
    public static Optional<BundleCoordinates> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = TileNumber.parse(matcher.group(1));
        int width = matcher.group(2) == null ? TileCoordinates.FULL_WIDTH : Integer.parseInt(matcher.group(2));
        boolean namesPartial = matcher.group(2) == null || width < TileCoordinates.FULL_WIDTH;
        return index >= 0 && index <= Long.MAX_VALUE / TileCoordinates.FULL_WIDTH && namesPartial
                ? Optional.of(new BundleCoordinates(index, width))
                : Optional.empty();
    }

    /** The path relative to the log's prefix, such as {@code tile/entries/x001/234.p/17}. */
    public String path() {
        String full = "tile/entries/" + TileNumber.format(index);
        return isFull() ? full : full + ".p/" + width;
    }

    /** Whether the bundle has all of its 256 entries and will never change again. */
    public boolean isFull() {
        return width == TileCoordinates.FULL_WIDTH;
    }

    /** The index of the bundle's first entry in the log. */
    public long firstEntry() {
        return index * TileCoordinates.FULL_WIDTH;
    }

    /** The tile of level 0 that holds the hashes of these entries. */
    public TileCoordinates leafTile() {
        return new TileCoordinates(0, index, width);
    }

    @Override
    public String toString() {
        return path();
    }
}
