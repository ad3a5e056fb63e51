package dev.surety.tlog.tile;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A tile: exactly as many hashes as its coordinates say, side by side. It answers the nodes of the eight levels that
 * it spans; those above its own hashes are computed, not stored.
 */
public final class Tile {
    private final TileCoordinates coordinates;
    private final byte[] hashes;

    private Tile(TileCoordinates coordinates, byte[] hashes) {
        this.coordinates = Objects.requireNonNull(coordinates, "coordinates");
        this.hashes = hashes;
    }

    /** A tile of these hashes. */
    public static Tile of(TileCoordinates coordinates, List<Hash> hashes) {
        if (hashes.size() != coordinates.width()) {
            throw new TlogFormatException(
                    coordinates + " has " + coordinates.width() + " hashes, not " + hashes.size());
        }
        byte[] bytes = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, i * Hash.LENGTH);
        }
        return new Tile(coordinates, bytes);
    }

    /** Reads a tile's file. */
    public static Tile parse(TileCoordinates coordinates, byte[] bytes) {
        if (bytes.length != coordinates.width() * Hash.LENGTH) {
            throw new TlogFormatException(
                    coordinates + " has " + coordinates.width() * Hash.LENGTH + " bytes, not " + bytes.length);
        }
        return new Tile(coordinates, bytes.clone());
    }

    /** Where the tile belongs. */
    public TileCoordinates coordinates() {
        return coordinates;
    }

    /** The tile's hash at {@code position}, counted from 0. */
    public Hash hash(int position) {
        Objects.checkIndex(position, coordinates.width());
        return Hash.of(hashes, position * Hash.LENGTH);
    }

    /** All hashes in order. */
    public List<Hash> hashes() {
        List<Hash> all = new ArrayList<>(coordinates.width());
        for (int position = 0; position < coordinates.width(); position++) {
            all.add(Hash.of(hashes, position * Hash.LENGTH));
        }
        return List.copyOf(all);
    }

    /** The node {@code height} levels (0..8) above the tile's hashes, whose first hash is at {@code position}. */
    public Hash node(int height, int position) {
        return MerkleHashing.subtreeRoot(hashes, position * Hash.LENGTH, 1 << height);
    }

    /** The root over a full tile: its hash in the tile above. */
    public Hash root() {
        if (!coordinates.isFull()) {
            throw new IllegalStateException(coordinates + " is partial and has no hash in the tile above");
        }
        return MerkleHashing.subtreeRoot(hashes, 0, TileCoordinates.FULL_WIDTH);
    }

    /** The first {@code width} hashes: the partial tile that a smaller tree had at this place. */
    public Tile narrowedTo(int width) {
        TileCoordinates narrowed = new TileCoordinates(coordinates.level(), coordinates.index(), width);
        if (width > coordinates.width()) {
            throw new IllegalArgumentException(coordinates + " has fewer than " + width + " hashes");
        }
        return new Tile(narrowed, Arrays.copyOf(hashes, width * Hash.LENGTH));
    }

    /** The content of the tile's file. */
    public byte[] bytes() {
        return hashes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && coordinates.equals(tile.coordinates) && Arrays.equals(hashes, tile.hashes);
    }

    @Override
    public int hashCode() {
        return 31 * coordinates.hashCode() + Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return coordinates.path();
    }
}
