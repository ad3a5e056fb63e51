package dev.surety.tlog.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A proof that an entry stands at an index of a tree (RFC 6962 section 2.1.1): the hashes beside the way from the
 * leaf up to the root, leaf first. A proof may come from anyone and claim anything; only {@link #verify} tells.
 */
public record InclusionProof(long index, long treeSize, List<Hash> path) {
    public InclusionProof {
        if (index < 0 || treeSize < 0) {
            throw new IllegalArgumentException(
                    "index " + index + " and tree size " + treeSize + ": zero or more was expected");
        }
        path = List.copyOf(path);
    }

    /** Proves the entry at {@code index} in the tree as it was with {@code treeSize} entries. */
    public static InclusionProof of(long index, long treeSize, HashReader nodes) {
        if (index < 0 || index >= treeSize) {
            throw new IllegalArgumentException(
                    "index is " + index + ": 0.." + (treeSize - 1) + " was expected in a tree of " + treeSize);
        }
        List<Hash> path = new ArrayList<>();
        long begin = 0;
        long end = treeSize;
        while (end - begin > 1) {
            long split = Subtree.split(begin, end);
            if (index < split) {
                path.add(Subtree.root(nodes, split, end));
                end = split;
            } else {
                path.add(Subtree.root(nodes, begin, split));
                begin = split;
            }
        }
        Collections.reverse(path);
        return new InclusionProof(index, treeSize, path);
    }

    /**
     * Verifies by RFC 9162 section 2.1.3.2 that the entry with this leaf hash is in the tree with this root. The root
     * must come from a checkpoint whose signature was verified, together with the tree size.
     *
     * @throws InvalidProofException when it is not; the exception names what is wrong
     */
    public void verify(Hash leafHash, Hash root) throws InvalidProofException {
        if (index >= treeSize) {
            throw new InvalidProofException(new ProofFailure.IndexOutsideTree(index, treeSize));
        }
        long node = index;
        long last = treeSize - 1;
        Hash computed = leafHash;
        for (Hash sibling : path) {
            if (last == 0) {
                throw new InvalidProofException(new ProofFailure.PathTooLong(path.size(), treeSize));
            }
            if ((node & 1) == 1 || node == last) {
                computed = MerkleHashing.nodeHash(sibling, computed);
                // A node that is last in its level without a sibling stands for itself on the levels above.
                int lonelyLevels = Long.numberOfTrailingZeros(node);
                node >>>= lonelyLevels;
                last >>>= lonelyLevels;
            } else {
                computed = MerkleHashing.nodeHash(computed, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw new InvalidProofException(new ProofFailure.PathTooShort(path.size(), treeSize));
        }
        if (!computed.equals(root)) {
            throw new InvalidProofException(new ProofFailure.RootMismatch(treeSize, root, computed));
        }
    }
}
