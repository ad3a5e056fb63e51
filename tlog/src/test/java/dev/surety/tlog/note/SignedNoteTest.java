package dev.surety.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.testing.BitFlip;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of the signed-note specification. */
    private static final VerifierKey FOO =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

    private static final String FOO_NOTE = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final SignerKey ALICE = SignerKey.of("example.com/alice", new byte[32]);
    private static final SignerKey BOB = SignerKey.of("example.com/bob", seed(1));

    @Test
    void theExampleOfTheSpecificationVerifies() throws UntrustedNoteException {
        SignedNote note = SignedNote.parse(FOO_NOTE);

        assertThat(note.verify(List.of(FOO))).containsExactly(FOO);
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.bytes()).isEqualTo(FOO_NOTE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noNoteWithAFlippedBitVerifies() {
        byte[] bytes = FOO_NOTE.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = BitFlip.flip(bytes, bit);
            assertThatThrownBy(() -> SignedNote.parse(flipped).verify(List.of(FOO)))
                    .as("bit %d", bit)
                    .isInstanceOfAny(TlogFormatException.class, UntrustedNoteException.class);
        }
    }

    @Property(tries = 200)
    void whatWasSignedIsReadAndVerified(@ForAll @Size(max = 5) List<@Size(max = 20) String> lines)
            throws UntrustedNoteException {
        String text = lines.stream()
                        .map(line -> line.replaceAll("[\\x00-\\x1F\\uD800-\\uDFFF]", "x"))
                        .reduce("", (all, line) -> all + line + "\n")
                + "end\n";
        SignedNote note = SignedNote.sign(text, ALICE).with(BOB.sign(text));

        SignedNote read = SignedNote.parse(note.bytes());

        assertThat(read).isEqualTo(note);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.verify(Set.of(ALICE.verifierKey(), BOB.verifierKey()))).hasSize(2);
    }

    @Property(tries = 200)
    void aNoteCutAnywhereIsRefused(@ForAll @IntRange(max = 1000) int somewhere) {
        int length = somewhere % FOO_NOTE.length();

        assertThatThrownBy(() -> SignedNote.parse(FOO_NOTE.substring(0, length)).verify(List.of(FOO)))
                .isInstanceOfAny(TlogFormatException.class, UntrustedNoteException.class);
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() throws UntrustedNoteException {
        SignedNote note = SignedNote.sign("text\n", ALICE).with(BOB.sign("another text\n"));

        assertThat(note.verify(List.of(ALICE.verifierKey()))).containsExactly(ALICE.verifierKey());
    }

    @Test
    void aKeyOfTheSameNameWithAnotherIdIsUnknown() throws UntrustedNoteException {
        SignerKey rotated = SignerKey.of("example.com/alice", seed(9));
        SignedNote note = SignedNote.sign("text\n", ALICE).with(rotated.sign("other\n"));

        assertThat(note.verify(List.of(ALICE.verifierKey()))).containsExactly(ALICE.verifierKey());
        assertThatThrownBy(() -> SignedNote.sign("text\n", ALICE).verify(List.of(rotated.verifierKey())))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The note is signed by none of the trusted keys [example.com/alice].");
    }

    @Test
    void oneWrongSignatureOfATrustedKeySpoilsTheNote() {
        SignedNote note = SignedNote.sign("text\n", ALICE).with(BOB.sign("another text\n"));

        assertThatThrownBy(() -> note.verify(List.of(ALICE.verifierKey(), BOB.verifierKey())))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The signature of example.com/bob does not match the text.");
    }

    @Test
    void aSignatureOfAnotherTypeIsKeptAndIgnored() throws UntrustedNoteException {
        NoteSignature cosignature = new NoteSignature("witness.example", 0x8d66cf3f, new byte[72]);
        SignedNote note = SignedNote.parse(
                SignedNote.sign("text\n", ALICE).with(cosignature).toString());

        assertThat(note.signatures()).last().isEqualTo(cosignature);
        assertThat(note.verify(List.of(ALICE.verifierKey()))).hasSize(1);
    }

    @Test
    void theTextEndsAtTheLastEmptyLine() throws UntrustedNoteException {
        SignedNote note = SignedNote.sign("one\n\ntwo\n", ALICE);

        assertThat(SignedNote.parse(note.toString()).text()).isEqualTo("one\n\ntwo\n");
        assertThat(SignedNote.parse(note.toString()).verify(List.of(ALICE.verifierKey())))
                .isNotEmpty();
    }

    @Test
    void aHundredSignaturesAreReadAndNoMore() {
        SignedNote note = SignedNote.sign("text\n", ALICE);
        for (int i = 1; i < SignedNote.MOST_SIGNATURES; i++) {
            note = note.with(new NoteSignature("witness.example/" + i, i, new byte[] {1}));
        }
        SignedNote full = note;

        assertThat(SignedNote.parse(full.toString())).isEqualTo(full);
        assertThatThrownBy(() -> full.with(BOB.sign("text\n"))).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> SignedNote.parse(full + "— witness.example/x AAAAAAE=\n"))
                .isInstanceOf(TlogFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— a AAAAAAE=",
                "text\n\n- a AAAAAAE=\n",
                "text\n\n—a AAAAAAE=\n",
                "text\n\n— AAAAAAE=\n",
                "text\n\n—  AAAAAAE=\n",
                "text\n\n— a  AAAAAAE=\n",
                "text\n\n— a b AAAAAAE=\n",
                "text\n\n— a+b AAAAAAE=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a AAAAAAF=\n",
                "text\n\n— a AAAAAAE\n",
                "text\n\n— a AAAAAAE=\r\n",
                "te\txt\n\n— a AAAAAAE=\n",
                "te\u0000xt\n\n— a AAAAAAE=\n",
                "text\n\n— a\u00A0b AAAAAAE=\n",
                "text\n\n— a AAAAAAE=\nmore\n"
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void textWithoutANewlineAtItsEndIsNotSigned() {
        assertThatThrownBy(() -> SignedNote.sign("text", ALICE)).isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> SignedNote.sign("te\rxt\n", ALICE)).isInstanceOf(TlogFormatException.class);
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }
}
