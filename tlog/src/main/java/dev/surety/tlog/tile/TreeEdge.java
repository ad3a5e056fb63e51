package dev.surety.tlog.tile;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.CompactRange;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.HashReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The right edge of a growing log: its size and the hashes of its partial tiles, fewer than 256 on each level. It is
 * what a writer keeps in memory. A value: {@link #extendedBy} gives the new edge together with the tiles that became
 * full, so a failed transaction simply keeps the old edge.
 */
public final class TreeEdge {
    /** The edge of the log without entries. */
    public static final TreeEdge EMPTY = new TreeEdge(0, List.of());

    private final long size;
    private final List<List<Hash>> partials;

    private TreeEdge(long size, List<List<Hash>> partials) {
        this.size = size;
        this.partials = partials;
    }

    /** What appending gives: the edge afterwards and the tiles that became full, in the order in which they did. */
    public record Extension(TreeEdge edge, List<Tile> completed) {
        public Extension {
            Objects.requireNonNull(edge, "edge");
            completed = List.copyOf(completed);
        }
    }

    /** Takes up a log of this size; asks for its partial tiles ({@link TileLayout#partials}). */
    public static TreeEdge resume(long size, TileSource partialTiles) {
        List<List<Hash>> partials = new ArrayList<>();
        for (TileCoordinates coordinates : TileLayout.partials(size)) {
            fillUpTo(partials, coordinates.level());
            partials.set(
                    coordinates.level(),
                    partialTiles
                            .tile(coordinates)
                            .narrowedTo(coordinates.width())
                            .hashes());
        }
        return new TreeEdge(size, List.copyOf(partials));
    }

    /**
     * Takes up a log of which only the full tiles were kept: the hashes of a partial tile above level 0 are the roots
     * of full tiles.
     *
     * @param tail the leaf hashes after the last full tile of level 0, fewer than 256
     */
    public static TreeEdge rebuild(long size, List<Hash> tail, TileSource fullTiles) {
        if (tail.size() != size % TileCoordinates.FULL_WIDTH) {
            throw new TlogFormatException("after the last full tile, a log of " + size + " entries has "
                    + size % TileCoordinates.FULL_WIDTH + " leaf hashes, not " + tail.size());
        }
        return resume(size, coordinates -> {
            if (coordinates.level() == 0) {
                return Tile.of(coordinates, tail);
            }
            List<Hash> roots = new ArrayList<>(coordinates.width());
            for (int i = 0; i < coordinates.width(); i++) {
                long below = coordinates.index() * TileCoordinates.FULL_WIDTH + i;
                roots.add(fullTiles
                        .tile(TileCoordinates.full(coordinates.level() - 1, below))
                        .root());
            }
            return Tile.of(coordinates, roots);
        });
    }

    /** Appends entries by their leaf hashes. */
    public Extension extendedBy(List<Hash> leafHashes) {
        List<List<Hash>> grown = new ArrayList<>();
        partials.forEach(hashes -> grown.add(new ArrayList<>(hashes)));
        List<Tile> completed = new ArrayList<>();
        long grownSize = size;
        for (Hash leafHash : leafHashes) {
            grownSize = Math.incrementExact(grownSize);
            add(grown, completed, leafHash, grownSize);
        }
        return new Extension(
                new TreeEdge(grownSize, grown.stream().map(List::copyOf).toList()), completed);
    }

    private static void add(List<List<Hash>> grown, List<Tile> completed, Hash leafHash, long grownSize) {
        Hash hash = Objects.requireNonNull(leafHash, "leafHash");
        for (int level = 0; ; level++) {
            fillUpTo(grown, level);
            List<Hash> hashes = grown.get(level);
            hashes.add(hash);
            if (hashes.size() < TileCoordinates.FULL_WIDTH) {
                return;
            }
            long index = TileLayout.hashes(level, grownSize) / TileCoordinates.FULL_WIDTH - 1;
            Tile tile = Tile.of(TileCoordinates.full(level, index), hashes);
            completed.add(tile);
            hashes.clear();
            hash = tile.root();
        }
    }

    private static void fillUpTo(List<List<Hash>> levels, int level) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
    }

    /** The number of entries. */
    public long size() {
        return size;
    }

    /** The root of the tree. */
    public Hash root() {
        return nodes().rootAt(size);
    }

    /** The frontier of the tree. */
    public CompactRange frontier() {
        return CompactRange.of(size, nodes());
    }

    /** The partial tiles, lowest level first; never an empty one. */
    public List<Tile> partialTiles() {
        return TileLayout.partials(size).stream()
                .map(coordinates -> Tile.of(coordinates, partials.get(coordinates.level())))
                .toList();
    }

    /** Answers the nodes within the partial tiles, which are all that the root consists of. */
    private HashReader nodes() {
        List<Tile> tiles = partialTiles();
        return new TileHashReader(
                coordinates -> tiles.stream()
                        .filter(tile -> tile.coordinates().equals(coordinates))
                        .findFirst()
                        .orElseThrow(),
                size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeEdge edge
                && size == edge.size
                && partialTiles().equals(edge.partialTiles());
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, partialTiles());
    }

    @Override
    public String toString() {
        return "TreeEdge[size=" + size + ", root=" + root() + "]";
    }
}
