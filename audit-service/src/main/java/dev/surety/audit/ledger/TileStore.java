package dev.surety.audit.ledger;

import dev.surety.tlog.merkle.Hash;
import java.util.List;

/** Reads what the tree is made of. A range that the log does not have is answered as far as it does. */
public interface TileStore {
    /**
     * The 8,192 bytes of a full tile.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    byte[] fullTile(int level, long index);

    /** The roots of full tiles, in order: the hashes of the level above. */
    List<Hash> tileRoots(int level, long from, int count);

    /** The leaf hashes of entries, in order. */
    List<Hash> leafHashes(long from, int count);

    /** The bytes of entries, in order. */
    List<byte[]> bodies(long from, int count);
}
