package dev.surety.guardrail.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for all values, conversations and boxes. */
class PseudonymPropertyTest {
    private static final byte[] SECRET = secret(7);
    private static final PseudonymKey KEY = new PseudonymKey(SECRET);
    private static final PseudonymKey REPLICA = new PseudonymKey(SECRET);

    @Property(tries = 300)
    void everyReplicaGivesTheSameValueTheSameCode(@ForAll("values") String value) {
        assertThat(REPLICA.of("acme", "c-1").code("pii.iban", value))
                .isEqualTo(KEY.of("acme", "c-1").code("pii.iban", value));
    }

    @Property(tries = 300)
    void codesDoNotTellWhetherTwoConversationsSpokeOfTheSameValue(@ForAll("values") String value) {
        String here = KEY.of("acme", "c-1").code("pii.iban", value).orElseThrow();

        // One in 33 million pairs is alike by chance; three at once never are.
        assertThat(List.of(
                        KEY.of("acme", "c-2").code("pii.iban", value).orElseThrow(),
                        KEY.of("globex", "c-1").code("pii.iban", value).orElseThrow(),
                        new PseudonymKey(secret(8))
                                .of("acme", "c-1")
                                .code("pii.iban", value)
                                .orElseThrow()))
                .isNotEqualTo(List.of(here, here, here));
    }

    @Property(tries = 300)
    void aBoxOpensInItsOwnConversationAndNowhereElse(@ForAll("values") String value) {
        List<Pseudonym> pseudonyms = List.of(new Pseudonym("[IBAN 2K7QF]", value));
        String box = KEY.of("acme", "c-1").seal(pseudonyms);

        assertThat(REPLICA.of("acme", "c-1").open(box)).contains(pseudonyms);
        assertThat(KEY.of("acme", "c-2").open(box)).isEmpty();
        assertThat(KEY.of("globex", "c-1").open(box)).isEmpty();
        // Where tenant ends and conversation begins makes a difference.
        assertThat(KEY.of("acmec", "-1").open(box)).isEmpty();
        assertThat(new PseudonymKey(secret(8)).of("acme", "c-1").open(box)).isEmpty();
    }

    @Property(tries = 300)
    void aBoxThatWasChangedDoesNotOpen(@ForAll("values") String value, @ForAll @IntRange(max = 10_000) int place) {
        ConversationPseudonyms own = KEY.of("acme", "c-1");
        byte[] box = Base64.getUrlDecoder().decode(own.seal(List.of(new Pseudonym("[IBAN 2K7QF]", value))));
        box[place % box.length] ^= 1;

        assertThat(own.open(Base64.getUrlEncoder().withoutPadding().encodeToString(box)))
                .isEmpty();
    }

    @Property(tries = 300)
    void whatIsNoBoxIsRefusedWithoutAFault(@ForAll String anything) {
        assertThat(KEY.of("acme", "c-1").open(anything)).isEmpty();
    }

    @Property(tries = 300)
    void aMaskedTextComesBackAsItWas(@ForAll("values") String value, @ForAll("values") String other) {
        List<Pseudonym> pseudonyms =
                List.of(new Pseudonym("[IBAN 2K7QF]", value), new Pseudonym("[IBAN 2K7QG]", other));

        assertThat(Restoration.of("From [IBAN 2K7QF] to [IBAN 2K7QG], not [IBAN].", pseudonyms))
                .isEqualTo(new Restoration("From " + value + " to " + other + ", not [IBAN].", 2));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40),
                Arbitraries.of(
                        "DE89 3704 0044 0532 0130 00", "jo@mail.example", "Zoë Müller", "[IBAN 2K7QF]", "👩‍👩‍👧"));
    }

    private static byte[] secret(int fill) {
        byte[] secret = new byte[PseudonymKey.LENGTH];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }
}
