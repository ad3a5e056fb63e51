package dev.surety.tlog.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/**
 * The hash functions of RFC 6962 section 2.1 with SHA-256. The prefixes keep leaves and nodes apart, so that nobody
 * can pass off an inner node as an entry. Safe to call from any thread: each thread reuses a digest of its own.
 */
public final class MerkleHashing {
    /** The root of the tree without entries: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT =
            Hash.fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private static final byte LEAF_PREFIX = 0x00;
    private static final byte NODE_PREFIX = 0x01;
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(MerkleHashing::newDigest);

    private MerkleHashing() {}

    /** The hash of an entry: SHA-256(0x00 || entry). */
    public static Hash leafHash(byte[] entry) {
        return leafHash(entry, 0, entry.length);
    }

    /** The hash of the entry that stands in {@code length} bytes of {@code buffer} from {@code offset} on. */
    public static Hash leafHash(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        MessageDigest digest = DIGEST.get();
        digest.update(LEAF_PREFIX);
        digest.update(buffer, offset, length);
        return Hash.owning(digest.digest());
    }

    /** The hash of a node: SHA-256(0x01 || left || right). */
    public static Hash nodeHash(Hash left, Hash right) {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        MessageDigest digest = DIGEST.get();
        digest.update(NODE_PREFIX);
        left.feed(digest);
        right.feed(digest);
        return Hash.owning(digest.digest());
    }

    /**
     * The root over {@code count} hashes that stand side by side in {@code hashes} from {@code offset} on.
     *
     * @throws IllegalArgumentException when {@code count} is not a power of two: only such a subtree is a node
     */
    public static Hash subtreeRoot(byte[] hashes, int offset, int count) {
        if (Integer.bitCount(count) != 1 || count < 0) {
            throw new IllegalArgumentException("a complete subtree has 1, 2, 4, 8 … hashes, not " + count);
        }
        Objects.checkFromIndexSize(offset, count * Hash.LENGTH, hashes.length);
        byte[] level = new byte[count * Hash.LENGTH];
        System.arraycopy(hashes, offset, level, 0, level.length);
        MessageDigest digest = DIGEST.get();
        for (int nodes = count / 2; nodes > 0; nodes /= 2) {
            for (int node = 0; node < nodes; node++) {
                digest.update(NODE_PREFIX);
                digest.update(level, node * 2 * Hash.LENGTH, 2 * Hash.LENGTH);
                digestInto(digest, level, node * Hash.LENGTH);
            }
        }
        return Hash.of(level, 0);
    }

    private static void digestInto(MessageDigest digest, byte[] target, int offset) {
        try {
            digest.digest(target, offset, Hash.LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("SHA-256 fits into " + Hash.LENGTH + " bytes", e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
