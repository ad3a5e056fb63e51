package dev.surety.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.merkle.MerkleTree;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.Entries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
    private static final SignerKey KEY = SignerKey.of("example.com/log", new byte[32]);
    private static final List<byte[]> ENTRIES = Entries.numbered(300);
    private static final MerkleTree TREE = MerkleTree.of(ENTRIES);
    private static final SignedNote CHECKPOINT = new Checkpoint(KEY.name(), TREE.size(), TREE.root()).sign(KEY);
    private static final TlogProof PROOF = TlogProof.of(InclusionProof.of(257, 300, TREE), CHECKPOINT);
    private static final Hash LEAF = MerkleHashing.leafHash(ENTRIES.get(257));

    @Test
    void theFileHasTheLinesOfTheSpecification() {
        List<String> lines = PROOF.toString().lines().toList();

        assertThat(lines.subList(0, 2)).containsExactly("c2sp.org/tlog-proof@v1", "index 257");
        assertThat(lines.subList(2, 2 + PROOF.path().size()))
                .isEqualTo(PROOF.path().stream().map(Hash::toBase64).toList());
        assertThat(PROOF.toString()).endsWith("\n\n" + CHECKPOINT);
        assertThat(PROOF.extra()).isEmpty();
    }

    @Test
    void theFileProvesTheEntryOffline() throws UntrustedNoteException, InvalidProofException {
        for (int index = 0; index < 300; index++) {
            TlogProof written = TlogProof.of(InclusionProof.of(index, 300, TREE), CHECKPOINT);

            TlogProof read = TlogProof.parse(written.bytes());

            assertThat(read.bytes()).isEqualTo(written.bytes());
            assertThat(read.verify(MerkleHashing.leafHash(ENTRIES.get(index)), KEY.verifierKey()))
                    .isEqualTo(new Checkpoint("example.com/log", 300, TREE.root()));
        }
    }

    @Test
    void aLogWithOneEntryNeedsNoPath() throws UntrustedNoteException, InvalidProofException {
        MerkleTree one = MerkleTree.of(Entries.of("only"));
        SignedNote checkpoint = new Checkpoint(KEY.name(), 1, one.root()).sign(KEY);
        TlogProof written = TlogProof.of(InclusionProof.of(0, 1, one), checkpoint);

        assertThat(written).hasToString("c2sp.org/tlog-proof@v1\nindex 0\n\n" + checkpoint);
        assertThat(TlogProof.parse(written.bytes())
                        .verify(one.root(), KEY.verifierKey())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void noFileWithAFlippedBitProvesAnything() {
        byte[] bytes = PROOF.bytes();
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = BitFlip.flip(bytes, bit);
            assertThatThrownBy(() -> TlogProof.parse(flipped).verify(LEAF, KEY.verifierKey()))
                    .as("bit %d", bit)
                    .isInstanceOfAny(
                            TlogFormatException.class, UntrustedNoteException.class, InvalidProofException.class);
        }
    }

    @Test
    void anotherEntryOrAnotherLogIsNotProven() {
        SignerKey impostor = SignerKey.of(
                "example.com/log", KEY.verifierKey().toString().substring(0, 32).getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> PROOF.verify(MerkleHashing.leafHash(ENTRIES.get(256)), KEY.verifierKey()))
                .isInstanceOf(InvalidProofException.class);
        assertThatThrownBy(() -> PROOF.verify(LEAF, impostor.verifierKey())).isInstanceOf(UntrustedNoteException.class);
    }

    @Test
    void extraDataTravelAlongButAreNotSigned() throws UntrustedNoteException, InvalidProofException {
        TlogProof written = PROOF.withExtra(new byte[] {1, 2, 3});

        TlogProof read = TlogProof.parse(written.toString());

        assertThat(read.toString()).startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 257\n");
        assertThat(read.extra()).hasValueSatisfying(extra -> assertThat(extra).containsExactly(1, 2, 3));
        assertThat(read.verify(LEAF, KEY.verifierKey()).size()).isEqualTo(300);
    }

    @Test
    void aProofForAnotherSizeThanTheCheckpointsIsNotWritten() {
        InclusionProof proof = InclusionProof.of(257, 299, TREE);

        assertThatThrownBy(() -> TlogProof.of(proof, CHECKPOINT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the proof is for size 299, but the checkpoint for 300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nCHECKPOINT",
                "index 0\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex 00\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex  1\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra AQID\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nextra AQID\nextra AQID\nindex 0\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nextra AQIDB\nindex 0\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex 0\nAQID\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex 0\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\r\n\nCHECKPOINT",
                "c2sp.org/tlog-proof@v1\nindex 0\n\nnot a checkpoint\n"
            })
    void whatIsNoProofFileIsRefused(String file) {
        String text = file.replace("CHECKPOINT", CHECKPOINT.toString());

        assertThatThrownBy(() -> TlogProof.parse(text)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void aPathLongerThanAnyTreeIsHighIsRefused() {
        String hash = LEAF.toBase64() + "\n";
        String file = "c2sp.org/tlog-proof@v1\nindex 0\n" + hash.repeat(64) + "\n" + CHECKPOINT;

        assertThatThrownBy(() -> TlogProof.parse(file)).isInstanceOf(TlogFormatException.class);
    }
}
