package dev.surety.tlog.merkle;

import dev.surety.tlog.TlogFormatException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The frontier of a tree: the roots of the complete subtrees that make it up, largest first, one for each bit of the
 * size. It is all that is needed to append entries and to know the root, at most 63 hashes whatever the size.
 * A value: appending gives a new range, so a failed transaction leaves the old one as it was.
 */
public final class CompactRange {
    /** The frontier of the tree without entries. */
    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<Hash> hashes;

    private CompactRange(long size, List<Hash> hashes) {
        this.size = size;
        this.hashes = hashes;
    }

    /** A frontier with these hashes, largest subtree first. */
    public static CompactRange of(long size, List<Hash> hashes) {
        if (size < 0) {
            throw new TlogFormatException("the size of a frontier is " + size + ": zero or more was expected");
        }
        if (hashes.size() != Long.bitCount(size)) {
            throw new TlogFormatException("the frontier of " + size + " entries has " + Long.bitCount(size)
                    + " hashes, not " + hashes.size());
        }
        return new CompactRange(size, List.copyOf(hashes));
    }

    /** The frontier that a tree had when it had {@code size} entries. */
    public static CompactRange of(long size, HashReader nodes) {
        List<Hash> hashes = new ArrayList<>(Long.bitCount(size));
        long begin = 0;
        for (long rest = size; rest != 0; rest -= Long.highestOneBit(rest)) {
            int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
            hashes.add(nodes.read(level, begin >>> level));
            begin += 1L << level;
        }
        return of(size, hashes);
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static CompactRange parse(byte[] bytes) {
        if (bytes.length < Long.BYTES || (bytes.length - Long.BYTES) % Hash.LENGTH != 0) {
            throw new TlogFormatException(
                    "a frontier has 8 bytes of size and 32 bytes for each hash, not " + bytes.length);
        }
        List<Hash> hashes = new ArrayList<>();
        for (int offset = Long.BYTES; offset < bytes.length; offset += Hash.LENGTH) {
            hashes.add(Hash.of(bytes, offset));
        }
        return of(ByteBuffer.wrap(bytes).getLong(), hashes);
    }

    /** The frontier after one more entry with this leaf hash. */
    public CompactRange plus(Hash leafHash) {
        return plusAll(List.of(leafHash));
    }

    /** The frontier after more entries with these leaf hashes. */
    public CompactRange plusAll(List<Hash> leafHashes) {
        List<Hash> grown = new ArrayList<>(hashes);
        long grownSize = size;
        for (Hash leafHash : leafHashes) {
            Hash node = Objects.requireNonNull(leafHash, "leafHash");
            // Every low one bit of the size is a complete subtree that the new one completes to twice its height.
            for (long bits = grownSize; (bits & 1) == 1; bits >>>= 1) {
                node = MerkleHashing.nodeHash(grown.removeLast(), node);
            }
            grown.add(node);
            grownSize = Math.incrementExact(grownSize);
        }
        return new CompactRange(grownSize, List.copyOf(grown));
    }

    /** The number of entries. */
    public long size() {
        return size;
    }

    /** The roots of the complete subtrees, largest first. */
    public List<Hash> hashes() {
        return hashes;
    }

    /** The root of the tree. */
    public Hash root() {
        if (hashes.isEmpty()) {
            return MerkleHashing.EMPTY_ROOT;
        }
        Hash root = hashes.getLast();
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = MerkleHashing.nodeHash(hashes.get(i), root);
        }
        return root;
    }

    /** The size as 8 bytes, big-endian, then the hashes, largest subtree first. */
    public byte[] toBytes() {
        byte[] bytes = new byte[Long.BYTES + hashes.size() * Hash.LENGTH];
        ByteBuffer.wrap(bytes).putLong(size);
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(bytes, Long.BYTES + i * Hash.LENGTH);
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactRange range && size == range.size && hashes.equals(range.hashes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, hashes);
    }

    @Override
    public String toString() {
        return "CompactRange[size=" + size + ", root=" + root() + "]";
    }
}
