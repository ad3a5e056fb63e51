package dev.surety.tlog.tile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * The files of a log, fetched on demand. A log may delete a partial file once the full one exists (tlog-tiles,
 * "Partial Tiles"), so where a partial one is gone its hashes are taken from the full one.
 */
public final class FetchedLog implements TileSource {
    private static final String CHECKPOINT = "checkpoint";

    private final ResourceFetcher fetcher;

    public FetchedLog(ResourceFetcher fetcher) {
        this.fetcher = Objects.requireNonNull(fetcher, "fetcher");
    }

    /** The bytes of the current checkpoint, not verified. */
    public byte[] checkpoint() {
        return fetch(CHECKPOINT).orElseThrow(() -> new MissingResourceException(CHECKPOINT));
    }

    /**
     * The tile with these coordinates.
     *
     * @throws MissingResourceException when the log does not serve it
     * @throws dev.surety.tlog.TlogFormatException when what it serves is not such a tile
     * @throws UncheckedIOException when fetching fails
     */
    @Override
    public Tile tile(TileCoordinates coordinates) {
        Optional<byte[]> exact = fetch(coordinates.path());
        if (exact.isPresent()) {
            return Tile.parse(coordinates, exact.get());
        }
        TileCoordinates full = TileCoordinates.full(coordinates.level(), coordinates.index());
        return fetchFull(coordinates.isFull(), full.path())
                .map(bytes -> Tile.parse(full, bytes).narrowedTo(coordinates.width()))
                .orElseThrow(() -> new MissingResourceException(coordinates.path()));
    }

    /** The bundle with these coordinates; fails as {@link #tile} does. */
    public EntryBundle bundle(BundleCoordinates coordinates) {
        Optional<byte[]> exact = fetch(coordinates.path());
        if (exact.isPresent()) {
            return EntryBundle.parse(coordinates, exact.get());
        }
        BundleCoordinates full = new BundleCoordinates(coordinates.index(), TileCoordinates.FULL_WIDTH);
        return fetchFull(coordinates.isFull(), full.path())
                .map(bytes -> EntryBundle.parse(full, bytes).narrowedTo(coordinates.width()))
                .orElseThrow(() -> new MissingResourceException(coordinates.path()));
    }

    private Optional<byte[]> fetchFull(boolean triedAlready, String path) {
        return triedAlready ? Optional.empty() : fetch(path);
    }

    private Optional<byte[]> fetch(String path) {
        try {
            return fetcher.fetch(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be fetched", e);
        }
    }
}
