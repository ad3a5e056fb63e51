package dev.surety.tlog.testing;

import dev.surety.tlog.merkle.Hash;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * RFC 6962 section 2.1 word for word: recursive, from the definitions, sharing no code with the library. MTH of a
 * range is remembered, because the same ranges come again and again.
 */
public final class ReferenceTree {
    private record Range(int begin, int end) {}

    private final List<byte[]> entries;
    private final Map<Range, byte[]> roots = new HashMap<>();

    public ReferenceTree(List<byte[]> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A tree of the entries "entry 0", "entry 1" and so on. */
    public static ReferenceTree ofSize(int size) {
        return new ReferenceTree(Entries.numbered(size));
    }

    /** MTH(D[0:size]). */
    public Hash root(int size) {
        return Hash.of(mth(0, size));
    }

    /** MTH of the first entry alone, of the second and so on: the leaf hash of each. */
    public List<Hash> leafHashes() {
        List<Hash> hashes = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            hashes.add(Hash.of(mth(i, i + 1)));
        }
        return hashes;
    }

    /** MTH(D[begin:end]). */
    public Hash range(int begin, int end) {
        return Hash.of(mth(begin, end));
    }

    /** PATH(m, D[size]) of section 2.1.1. */
    public List<Hash> path(int m, int size) {
        return path(m, 0, size);
    }

    /** PROOF(m, D[size]) of section 2.1.2. */
    public List<Hash> proof(int m, int size) {
        return subproof(m, 0, size, true);
    }

    private List<Hash> path(int m, int begin, int end) {
        int n = end - begin;
        if (n == 1) {
            return List.of();
        }
        int k = largestPowerOfTwoBelow(n);
        return m < k
                ? with(path(m, begin, begin + k), range(begin + k, end))
                : with(path(m - k, begin + k, end), range(begin, begin + k));
    }

    private List<Hash> subproof(int m, int begin, int end, boolean complete) {
        int n = end - begin;
        if (m == n) {
            return complete ? List.of() : List.of(range(begin, end));
        }
        int k = largestPowerOfTwoBelow(n);
        return m <= k
                ? with(subproof(m, begin, begin + k, complete), range(begin + k, end))
                : with(subproof(m - k, begin + k, end, false), range(begin, begin + k));
    }

    private byte[] mth(int begin, int end) {
        byte[] known = roots.get(new Range(begin, end));
        if (known != null) {
            return known;
        }
        byte[] root = computeMth(begin, end);
        roots.put(new Range(begin, end), root);
        return root;
    }

    private byte[] computeMth(int begin, int end) {
        int n = end - begin;
        if (n == 0) {
            return sha256(new byte[0]);
        }
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        if (n == 1) {
            input.write(0x00);
            input.writeBytes(entries.get(begin));
        } else {
            int k = largestPowerOfTwoBelow(n);
            input.write(0x01);
            input.writeBytes(mth(begin, begin + k));
            input.writeBytes(mth(begin + k, end));
        }
        return sha256(input.toByteArray());
    }

    private static int largestPowerOfTwoBelow(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> list, Hash last) {
        List<Hash> extended = new ArrayList<>(list);
        extended.add(last);
        return extended;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
