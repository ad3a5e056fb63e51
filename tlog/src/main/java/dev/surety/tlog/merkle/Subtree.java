package dev.surety.tlog.merkle;

/** Roots and split points of ranges of leaves as RFC 6962 section 2.1 defines them. */
final class Subtree {
    private Subtree() {}

    /** The first leaf of the right half: {@code begin} plus the largest power of two below the number of leaves. */
    static long split(long begin, long end) {
        return begin + Long.highestOneBit(end - begin - 1);
    }

    /**
     * MTH(D[begin:end]) of a range that RFC 6962 splits off: {@code begin} is a multiple of the smallest power of two
     * that is not below its length, so the range falls into complete nodes, one for each bit of the length.
     */
    static Hash root(HashReader nodes, long begin, long end) {
        Hash root = null;
        long right = end;
        for (long rest = end - begin; rest != 0; rest &= rest - 1) {
            int level = Long.numberOfTrailingZeros(rest);
            right -= 1L << level;
            Hash node = nodes.read(level, right >>> level);
            root = root == null ? node : MerkleHashing.nodeHash(node, root);
        }
        if (root == null) {
            throw new IllegalArgumentException("the range from " + begin + " to " + end + " has no leaves");
        }
        return root;
    }
}
