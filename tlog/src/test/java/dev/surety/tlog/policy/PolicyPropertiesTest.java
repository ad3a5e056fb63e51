package dev.surety.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.note.WitnessKey;
import dev.surety.tlog.note.WitnessSignerKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every policy, whatever its numbers are, and for whatever somebody calls one. */
class PolicyPropertiesTest {
    private static final List<WitnessKey> KEYS = IntStream.range(0, 12)
            .mapToObj(i -> {
                byte[] seed = new byte[32];
                seed[3] = (byte) i;
                return WitnessSignerKey.of("witness.example/" + i, seed).witnessKey();
            })
            .toList();

    @Property(tries = 300)
    void kOfNIsMetByKAndByNoFewer(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 12) int someK,
            @ForAll Set<@IntRange(max = 11) Integer> cosigners) {
        int k = 1 + someK % n;
        StringBuilder file = new StringBuilder();
        IntStream.range(0, n).forEach(i -> file.append("witness w" + i + " " + KEYS.get(i) + "\n"));
        file.append("group g " + k);
        IntStream.range(0, n).forEach(i -> file.append(" w" + i));
        TrustPolicy policy =
                TrustPolicy.parse(file.append("\nquorum g\n").toString().getBytes(StandardCharsets.UTF_8));

        boolean met = policy.quorum().isMetBy(cosigners.stream().map(KEYS::get).collect(Collectors.toSet()));

        assertThat(met).isEqualTo(cosigners.stream().filter(i -> i < n).count() >= k);
    }

    @Property(tries = 500)
    void whateverIsReadIsAPolicyOrRefusedAsNone(@ForAll @Size(max = 400) byte[] file) {
        assertThat(isReadOrRefused(file)).isTrue();
    }

    @Property(tries = 500)
    void linesMadeOfTheWordsOfTheFormatAreAPolicyOrRefused(
            @ForAll @Size(max = 30) List<@IntRange(max = 11) Integer> words) {
        List<String> vocabulary = List.of(
                "log ",
                "witness ",
                "group ",
                "quorum ",
                "none ",
                "any ",
                "all ",
                "2 ",
                "a ",
                "\n",
                "# ",
                KEYS.getFirst() + " ");
        String file = words.stream().map(vocabulary::get).collect(Collectors.joining()) + "\n";

        assertThat(isReadOrRefused(file.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    private static boolean isReadOrRefused(byte[] file) {
        try {
            return TrustPolicy.parse(file).quorum().isMetBy(Set.copyOf(KEYS)) || file.length > 0;
        } catch (TlogFormatException e) {
            return e.getMessage() != null;
        }
    }
}
