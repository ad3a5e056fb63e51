package dev.surety.tlog.merkle;

/**
 * Answers the nodes of a tree: everything that a proof is made of. A reader need not be trusted; a proof made from
 * wrong nodes does not verify.
 */
@FunctionalInterface
public interface HashReader {
    /**
     * The hash of the complete subtree over the leaves index·2^level up to but not including (index+1)·2^level.
     *
     * @throws java.util.NoSuchElementException when the tree has no such node
     */
    Hash read(int level, long index);

    /** The root that the tree had when it had {@code treeSize} entries. */
    default Hash rootAt(long treeSize) {
        return treeSize == 0 ? MerkleHashing.EMPTY_ROOT : Subtree.root(this, 0, treeSize);
    }
}
