package dev.surety.bias.metric;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * Random numbers that anyone can draw again: the algorithm is named in every result, and a stream is fixed by a seed
 * and the names of what it is drawn for. Streams of different names are independent, so the order of work does not
 * matter.
 */
public final class SeededRandom {
    /** The generator (D. Blackman, S. Vigna, ACM Trans. Math. Softw. 47, 2021). */
    public static final String ALGORITHM = "XO_SHI_RO_256_PP";

    private SeededRandom() {}

    /** The stream of {@code seed} for the thing that {@code names} name. */
    public static UniformRandomProvider stream(long seed, List<String> names) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("a", "bc") and ("ab", "c") apart.
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        ByteBuffer state = ByteBuffer.wrap(digest.digest());
        return new XoShiRo256PlusPlus(new long[] {state.getLong(), state.getLong(), state.getLong(), state.getLong()});
    }

    /** The order of {@code size} things in that stream: every permutation is equally likely. */
    public static int[] permutation(UniformRandomProvider random, int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
