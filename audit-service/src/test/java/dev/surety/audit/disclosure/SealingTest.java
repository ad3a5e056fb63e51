package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Place PLACE = new Place("test.example/log", 7, KeyHolder.CUSTOMER);
    private static final SubjectKey KEY = key();

    private final Sealing sealing = new Sealing(RANDOM);

    @Property(tries = 100)
    void opensWhatWasSealed(@ForAll @Size(max = 5) List<String> values) {
        List<Disclosure> disclosures = values.stream()
                .map(value -> Disclosure.stored(FieldGroup.QUERY, value.getBytes(UTF_8)))
                .toList();

        List<Disclosure> opened = sealing.open(sealing.seal(disclosures, KEY, PLACE), KEY);

        assertThat(opened)
                .extracting(Disclosure::encoded)
                .isEqualTo(disclosures.stream().map(Disclosure::encoded).toList());
    }

    @Property(tries = 200)
    void doesNotOpenWhatWasChangedAnywhere(
            @ForAll @IntRange(max = 200) int position, @ForAll @IntRange(max = 7) int bit) {
        SealedPayload sealed = sealing.seal(List.of(disclosure("a word")), KEY, PLACE);
        byte[] changed = sealed.ciphertext().clone();
        changed[position % changed.length] ^= (byte) (1 << bit);

        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> sealing.open(new SealedPayload(PLACE, sealed.keyId(), changed), KEY))
                .withMessageContaining("entry 7");
    }

    @Test
    void doesNotOpenAtAnotherPlace() {
        SealedPayload sealed = sealing.seal(List.of(disclosure("a word")), KEY, PLACE);
        Place elsewhere = new Place(PLACE.origin(), 8, PLACE.holder());

        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> sealing.open(new SealedPayload(elsewhere, sealed.keyId(), sealed.ciphertext()), KEY));
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        SealedPayload sealed = sealing.seal(List.of(disclosure("a word")), KEY, PLACE);

        assertThatExceptionOfType(BrokenSealException.class).isThrownBy(() -> sealing.open(sealed, key()));
    }

    @Test
    void doesNotOpenATruncatedPayload() {
        SealedPayload sealed = sealing.seal(List.of(disclosure("a word")), KEY, PLACE);
        byte[] truncated = Arrays.copyOf(sealed.ciphertext(), 20);

        assertThatExceptionOfType(BrokenSealException.class)
                .isThrownBy(() -> sealing.open(new SealedPayload(PLACE, sealed.keyId(), truncated), KEY));
    }

    @Test
    void tellsLittleByItsLength() {
        int yes = sealing.seal(List.of(disclosure("yes")), KEY, PLACE).ciphertext().length;
        int no = sealing.seal(List.of(disclosure("no")), KEY, PLACE).ciphertext().length;

        assertThat(yes).isEqualTo(no).isEqualTo(12 + 64 + 16);
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        List<Disclosure> disclosures = List.of(disclosure("a word"));

        assertThat(sealing.seal(disclosures, KEY, PLACE).digest())
                .isNotEqualTo(sealing.seal(disclosures, KEY, PLACE).digest());
    }

    private static Disclosure disclosure(String value) {
        return Disclosure.stored(FieldGroup.QUERY, value.getBytes(UTF_8));
    }

    private static SubjectKey key() {
        byte[] secret = new byte[SubjectKey.LENGTH];
        RANDOM.nextBytes(secret);
        return new SubjectKey(UUID.randomUUID(), "acme", KeyHolder.CUSTOMER, secret);
    }
}
