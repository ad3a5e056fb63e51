package dev.surety.tlog.tile;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The entries below one tile of level 0, each behind its length as two bytes, big-endian (tlog-tiles, "Log
 * entries"). Always exactly as many as its coordinates say, each of 0..65,535 bytes.
 */
public final class EntryBundle {
    /** The longest entry that two bytes of length allow. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private static final int LENGTH_BYTES = 2;

    private final BundleCoordinates coordinates;
    private final byte[] bytes;
    private final int[] ends;

    private EntryBundle(BundleCoordinates coordinates, byte[] bytes, int[] ends) {
        this.coordinates = coordinates;
        this.bytes = bytes;
        this.ends = ends;
    }

    /** A bundle of these entries. */
    public static EntryBundle of(BundleCoordinates coordinates, List<byte[]> entries) {
        if (entries.size() != coordinates.width()) {
            throw new TlogFormatException(
                    coordinates + " has " + coordinates.width() + " entries, not " + entries.size());
        }
        byte[] bytes = new byte
                [entries.stream().mapToInt(entry -> LENGTH_BYTES + entry.length).sum()];
        int[] ends = new int[entries.size()];
        int offset = 0;
        for (int i = 0; i < ends.length; i++) {
            byte[] entry = entries.get(i);
            if (entry.length > LONGEST_ENTRY) {
                throw new TlogFormatException("entry " + (coordinates.firstEntry() + i) + " has " + entry.length
                        + " bytes: at most " + LONGEST_ENTRY + " were expected");
            }
            bytes[offset] = (byte) (entry.length >>> 8);
            bytes[offset + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bytes, offset + LENGTH_BYTES, entry.length);
            offset += LENGTH_BYTES + entry.length;
            ends[i] = offset;
        }
        return new EntryBundle(coordinates, bytes, ends);
    }

    /** Reads a bundle's file; refuses one with fewer entries, more entries or stray bytes. */
    public static EntryBundle parse(BundleCoordinates coordinates, byte[] bytes) {
        int[] ends = new int[coordinates.width()];
        int offset = 0;
        for (int i = 0; i < ends.length; i++) {
            if (bytes.length - offset < LENGTH_BYTES) {
                throw new TlogFormatException(coordinates + " ends before entry " + (coordinates.firstEntry() + i));
            }
            int length = (Byte.toUnsignedInt(bytes[offset]) << 8) | Byte.toUnsignedInt(bytes[offset + 1]);
            offset += LENGTH_BYTES;
            if (bytes.length - offset < length) {
                throw new TlogFormatException(coordinates + " ends within entry " + (coordinates.firstEntry() + i));
            }
            offset += length;
            ends[i] = offset;
        }
        if (offset != bytes.length) {
            throw new TlogFormatException(coordinates + " goes on after its last entry");
        }
        return new EntryBundle(coordinates, bytes.clone(), ends);
    }

    /** Where the bundle belongs. */
    public BundleCoordinates coordinates() {
        return coordinates;
    }

    /** A copy of the entry at {@code position}, counted from 0 within the bundle. */
    public byte[] entry(int position) {
        return Arrays.copyOfRange(bytes, start(position), ends[position]);
    }

    /** The leaf hash of the entry at {@code position}, counted from 0 within the bundle. */
    public Hash leafHash(int position) {
        int start = start(position);
        return MerkleHashing.leafHash(bytes, start, ends[position] - start);
    }

    /** The leaf hashes of all entries in order: what the tile of level 0 must hold. */
    public List<Hash> leafHashes() {
        List<Hash> hashes = new ArrayList<>(ends.length);
        for (int position = 0; position < ends.length; position++) {
            hashes.add(leafHash(position));
        }
        return List.copyOf(hashes);
    }

    /** The first {@code width} entries: the partial bundle that a smaller log had at this place. */
    public EntryBundle narrowedTo(int width) {
        BundleCoordinates narrowed = new BundleCoordinates(coordinates.index(), width);
        if (width > ends.length) {
            throw new IllegalArgumentException(coordinates + " has fewer than " + width + " entries");
        }
        return new EntryBundle(narrowed, Arrays.copyOf(bytes, ends[width - 1]), Arrays.copyOf(ends, width));
    }

    /** The content of the bundle's file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private int start(int position) {
        Objects.checkIndex(position, ends.length);
        return (position == 0 ? 0 : ends[position - 1]) + LENGTH_BYTES;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryBundle bundle
                && coordinates.equals(bundle.coordinates)
                && Arrays.equals(bytes, bundle.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * coordinates.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return coordinates.path();
    }
}
