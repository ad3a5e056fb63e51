package dev.surety.tlog.tile;

/** Where tiles come from: a database, a folder, another log's server. It need not be trusted. */
@FunctionalInterface
public interface TileSource {
    /**
     * The tile with exactly these coordinates.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    Tile tile(TileCoordinates coordinates);
}
