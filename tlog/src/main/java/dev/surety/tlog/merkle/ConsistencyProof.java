package dev.surety.tlog.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A proof that a tree grew from an older one by appending only (RFC 6962 section 2.1.2): nothing was changed, removed
 * or inserted. A proof may come from anyone and claim anything; only {@link #verify} tells.
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
    public ConsistencyProof {
        if (oldSize < 0 || newSize < 0) {
            throw new IllegalArgumentException(
                    "old size " + oldSize + " and new size " + newSize + ": zero or more was expected");
        }
        path = List.copyOf(path);
    }

    /** Proves that the tree of {@code newSize} entries continues the one of {@code oldSize} entries. */
    public static ConsistencyProof of(long oldSize, long newSize, HashReader nodes) {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("old size is " + oldSize + ": 0.." + newSize + " was expected");
        }
        if (oldSize == 0 || oldSize == newSize) {
            return new ConsistencyProof(oldSize, newSize, List.of());
        }
        List<Hash> path = new ArrayList<>();
        long begin = 0;
        long end = newSize;
        while (oldSize != end) {
            long split = Subtree.split(begin, end);
            if (oldSize <= split) {
                path.add(Subtree.root(nodes, split, end));
                end = split;
            } else {
                path.add(Subtree.root(nodes, begin, split));
                begin = split;
            }
        }
        // A subtree that starts at the first leaf is the old tree itself: the verifier has its root already.
        if (begin > 0) {
            path.add(Subtree.root(nodes, begin, end));
        }
        Collections.reverse(path);
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /**
     * Verifies by RFC 9162 section 2.1.4.2 that the tree with {@code newRoot} continues the one with {@code oldRoot}.
     * Every tree continues the empty one, so from size 0 the proof is empty and says nothing about {@code newRoot}
     * (tlog-witness, add-checkpoint); the RFC itself leaves that case out.
     *
     * @throws InvalidProofException when it does not; the exception names what is wrong
     */
    public void verify(Hash oldRoot, Hash newRoot) throws InvalidProofException {
        if (oldSize > newSize) {
            throw new InvalidProofException(new ProofFailure.SizesReversed(oldSize, newSize));
        }
        if (oldSize == 0 || oldSize == newSize) {
            verifyWithoutPath(oldRoot, newRoot);
        } else {
            verifyPath(oldRoot, newRoot);
        }
    }

    private void verifyWithoutPath(Hash oldRoot, Hash newRoot) throws InvalidProofException {
        if (!path.isEmpty()) {
            throw new InvalidProofException(new ProofFailure.PathTooLong(path.size(), newSize));
        }
        if (oldSize == 0) {
            requireRoot(0, oldRoot, MerkleHashing.EMPTY_ROOT);
        }
        if (oldSize == newSize) {
            requireRoot(newSize, newRoot, oldRoot);
        }
    }

    private void verifyPath(Hash oldRoot, Hash newRoot) throws InvalidProofException {
        if (path.isEmpty()) {
            throw new InvalidProofException(new ProofFailure.PathTooShort(0, newSize));
        }
        // The old tree's last complete subtree is where both trees still agree: the path starts there.
        int agreedLevels = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >>> agreedLevels;
        long last = (newSize - 1) >>> agreedLevels;
        boolean oldTreeIsOneSubtree = Long.bitCount(oldSize) == 1;
        Hash start = oldTreeIsOneSubtree ? oldRoot : path.getFirst();
        Hash oldComputed = start;
        Hash newComputed = start;
        for (Hash sibling : path.subList(oldTreeIsOneSubtree ? 0 : 1, path.size())) {
            if (last == 0) {
                throw new InvalidProofException(new ProofFailure.PathTooLong(path.size(), newSize));
            }
            if ((node & 1) == 1 || node == last) {
                oldComputed = MerkleHashing.nodeHash(sibling, oldComputed);
                newComputed = MerkleHashing.nodeHash(sibling, newComputed);
                int lonelyLevels = Long.numberOfTrailingZeros(node);
                node >>>= lonelyLevels;
                last >>>= lonelyLevels;
            } else {
                newComputed = MerkleHashing.nodeHash(newComputed, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        if (last != 0) {
            throw new InvalidProofException(new ProofFailure.PathTooShort(path.size(), newSize));
        }
        requireRoot(oldSize, oldRoot, oldComputed);
        requireRoot(newSize, newRoot, newComputed);
    }

    private static void requireRoot(long treeSize, Hash expected, Hash computed) throws InvalidProofException {
        if (!computed.equals(expected)) {
            throw new InvalidProofException(new ProofFailure.RootMismatch(treeSize, expected, computed));
        }
    }
}
