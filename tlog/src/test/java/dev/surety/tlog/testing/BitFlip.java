package dev.surety.tlog.testing;

import dev.surety.tlog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The smallest possible tampering. */
public final class BitFlip {
    private BitFlip() {}

    /** A copy of the bytes with one bit inverted. */
    public static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        return flipped;
    }

    /** The hash with one bit inverted. */
    public static Hash flip(Hash hash, int bit) {
        return Hash.of(flip(hash.bytes(), bit));
    }

    /** All 256 hashes that differ from this one in one bit. */
    public static Stream<Hash> all(Hash hash) {
        return IntStream.range(0, Hash.LENGTH * Byte.SIZE).mapToObj(bit -> flip(hash, bit));
    }

    /** All paths that differ from this one in one bit of one hash. */
    public static Stream<List<Hash>> all(List<Hash> path) {
        return IntStream.range(0, path.size())
                .boxed()
                .flatMap(position -> all(path.get(position)).map(hash -> {
                    List<Hash> changed = new ArrayList<>(path);
                    changed.set(position, hash);
                    return changed;
                }));
    }
}
