package dev.surety.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.merkle.MerkleTree;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.Entries;
import dev.surety.tlog.testing.ReferenceTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    /** The key and the entries of the golden log that the Tessera project tests with. */
    private static final SignerKey KEY = SignerKey.parse(
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg");

    private static final List<byte[]> ENTRIES = Entries.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eit",
            "nain",
            "ten",
            "ileven",
            "twelf",
            "threeten",
            "fourten",
            "fivten");

    private static final String GOLDEN = """
            example.com/log/testdata
            15
            rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=

            — example.com/log/testdata M9e0luh4jTG+UMBqOUo9/q+yAEvx1ilBEniMvjf1zfcBOhg+CKubMt53MvIt/uEWP6zdkdIQzd/fmwlM/dlPWF74ewI=
            """;

    private static final Hash ROOT = Hash.fromBase64("rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=");

    @Test
    void theGoldenLogIsReproducedByteForByte() {
        Checkpoint checkpoint = new Checkpoint(
                KEY.name(), ENTRIES.size(), MerkleTree.of(ENTRIES).root());

        assertThat(checkpoint.sign(KEY).bytes()).isEqualTo(GOLDEN.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everySizeOfTheGoldenLogIsSignedOverTheRootOfTheDefinition() throws UntrustedNoteException {
        ReferenceTree reference = new ReferenceTree(ENTRIES);
        for (int size = 0; size <= ENTRIES.size(); size++) {
            Hash root = MerkleTree.of(ENTRIES.subList(0, size)).root();
            SignedNote note = new Checkpoint(KEY.name(), size, root).sign(KEY);

            assertThat(note.text())
                    .isEqualTo("example.com/log/testdata\n" + size + "\n"
                            + reference.root(size).toBase64() + "\n");
            assertThat(Checkpoint.open(SignedNote.parse(note.bytes()), KEY.verifierKey()))
                    .isEqualTo(new Checkpoint(KEY.name(), size, root));
        }
    }

    @Test
    void theGoldenCheckpointIsOpened() throws UntrustedNoteException {
        Checkpoint checkpoint = Checkpoint.open(SignedNote.parse(GOLDEN), KEY.verifierKey());

        assertThat(checkpoint).isEqualTo(new Checkpoint("example.com/log/testdata", 15, ROOT));
    }

    @Test
    void noCheckpointWithAFlippedBitIsOpened() {
        byte[] bytes = GOLDEN.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = BitFlip.flip(bytes, bit);
            assertThatThrownBy(() -> Checkpoint.open(SignedNote.parse(flipped), KEY.verifierKey()))
                    .as("bit %d", bit)
                    .isInstanceOfAny(TlogFormatException.class, UntrustedNoteException.class);
        }
    }

    @Test
    void anotherLogsCheckpointIsNotOpenedEvenIfTheKeySignedIt() {
        SignedNote foreign = SignedNote.sign(new Checkpoint("example.com/other", 15, ROOT).text(), KEY);

        assertThatThrownBy(() -> Checkpoint.open(foreign, KEY.verifierKey()))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The checkpoint is of example.com/other, but the key is of example.com/log/testdata.");
        assertThatThrownBy(() -> new Checkpoint("example.com/other", 15, ROOT).sign(KEY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n15\n",
                "o\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=",
                "\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n",
                "o\n015\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n",
                "o\n-1\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n",
                "o\n0\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n",
                "o\n9223372036854775808\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n",
                "o\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs\n",
                "o\n15\nrKbDipCvhuX1GZ7g5BBe8g==\n",
                "o\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\n\n",
                "o\n15\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\nextension\n",
                "o\r\n15\r\nrKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs=\r\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void anEmptyLogHasTheRootOfNothing() {
        assertThat(Checkpoint.parse("o\n0\n" + MerkleHashing.EMPTY_ROOT + "\n").size())
                .isZero();
        assertThatThrownBy(() -> new Checkpoint("o", 0, ROOT)).isInstanceOf(TlogFormatException.class);
    }
}
