package dev.surety.tlog.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A whole tree in memory, with every node that is complete: for logs that fit there, such as a pack of evidence. A
 * log that grows without end keeps tiles instead ({@link dev.surety.tlog.tile.TreeEdge}). Not safe for use by
 * several threads while it grows.
 */
public final class MerkleTree implements HashReader {
    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    /** A tree without entries. */
    public MerkleTree() {}

    /** The tree of these entries. */
    public static MerkleTree of(List<byte[]> entries) {
        MerkleTree tree = new MerkleTree();
        entries.forEach(entry -> tree.append(MerkleHashing.leafHash(entry)));
        return tree;
    }

    /** Appends an entry by its leaf hash and returns its index. */
    public long append(Hash leafHash) {
        long index = size();
        Hash node = Objects.requireNonNull(leafHash, "leafHash");
        levels.getFirst().add(node);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            List<Hash> hashes = levels.get(level);
            node = MerkleHashing.nodeHash(hashes.get(hashes.size() - 2), node);
            if (levels.size() == level + 1) {
                levels.add(new ArrayList<>());
            }
            levels.get(level + 1).add(node);
        }
        return index;
    }

    /** The number of entries. */
    public long size() {
        return levels.getFirst().size();
    }

    /** The root over all entries. */
    public Hash root() {
        return rootAt(size());
    }

    @Override
    public Hash read(int level, long index) {
        if (level < 0
                || level >= levels.size()
                || index < 0
                || index >= levels.get(level).size()) {
            throw new NoSuchElementException(
                    "a tree of " + size() + " entries has no node " + index + " on level " + level);
        }
        return levels.get(level).get((int) index);
    }
}
