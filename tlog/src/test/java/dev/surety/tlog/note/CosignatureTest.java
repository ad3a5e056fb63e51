package dev.surety.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.testing.BitFlip;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosignatureTest {
    /** The example of tlog-cosignature; the specification does not publish the keys. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    private static final Instant TIME = Instant.ofEpochSecond(1_679_315_147);
    private static final SignerKey LOG = SignerKey.of("example.com/log", new byte[32]);
    private static final WitnessSignerKey ALICE = WitnessSignerKey.of("witness.example/alice", seed(1));
    private static final WitnessSignerKey BOB = WitnessSignerKey.of("witness.example/bob", seed(2));
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "example.com/log", 20_852_163, Hash.fromBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));

    @ParameterizedTest
    @CsvFileSource(resources = "witness-keys.csv", useHeadersInDisplayName = true)
    void theKeyOfAWitnessFollowsFromItsPrivateKey(String skey, String vkey) {
        WitnessSignerKey key = WitnessSignerKey.parse(skey);

        assertThat(key.witnessKey()).hasToString(vkey).isEqualTo(WitnessKey.parse(vkey));
        assertThat(key.secretText()).isEqualTo(skey);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cosignatures.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 512)
    void cosignaturesOfRunningWitnessesVerify(
            String vkey, String origin, long size, String root, long timestamp, String line) {
        WitnessKey witness = WitnessKey.parse(vkey);
        Checkpoint checkpoint = new Checkpoint(origin, size, Hash.fromBase64(root));
        NoteSignature signature = NoteSignature.parse(line);

        assertThat(witness.verify(checkpoint.text(), signature)).contains(new Cosignature(witness, timestamp));
        assertThat(signature).hasToString(line);
        assertThat(witness.verify(new Checkpoint(origin, size + 1, Hash.fromBase64(root)).text(), signature))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "cosignatures.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 512)
    void noCosignatureWithAFlippedBitVerifies(
            String vkey, String origin, long size, String root, long timestamp, String line) {
        WitnessKey witness = WitnessKey.parse(vkey);
        String text = new Checkpoint(origin, size, Hash.fromBase64(root)).text();
        NoteSignature signature = NoteSignature.parse(line);
        byte[] bytes = signature.signature();

        assertThat(IntStream.range(0, bytes.length * Byte.SIZE)
                        .filter(bit -> witness.verify(
                                        text,
                                        new NoteSignature(
                                                signature.name(), signature.keyId(), BitFlip.flip(bytes, bit)))
                                .isPresent()))
                .as("bits of the cosignature at %d that may be flipped", timestamp)
                .isEmpty();
    }

    @Test
    void theExampleOfTheSpecificationIsKeptByteForByte() {
        SignedNote note = SignedNote.parse(EXAMPLE);

        NoteSignature line = note.signatures().getLast();
        assertThat(line.keyId()).isEqualTo(0x8d66cf3f);
        assertThat(line.signature()).hasSize(72).startsWith(0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb);
        assertThat(note.bytes()).isEqualTo(EXAMPLE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSignedMessageIsTheOneOfTheSpecification() {
        assertThat(Cosignature.message(
                        TIME.getEpochSecond(), SignedNote.parse(EXAMPLE).text()))
                .isEqualTo("""
                        cosignature/v1
                        time 1679315147
                        example.com/behind-the-sofa
                        20852163
                        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                        """);
    }

    @Test
    void trustedWitnessesAreFoundAndOthersIgnored() throws UntrustedNoteException {
        SignedNote note = CHECKPOINT
                .sign(LOG)
                .with(CHECKPOINT.cosign(ALICE, TIME))
                .with(CHECKPOINT.cosign(BOB, TIME.plusSeconds(5)));

        SignedNote read = SignedNote.parse(note.bytes());

        assertThat(read.cosignatures(List.of(BOB.witnessKey())))
                .containsExactly(new Cosignature(BOB.witnessKey(), 1_679_315_152));
        assertThat(read.cosignatures(List.of(ALICE.witnessKey(), BOB.witnessKey())))
                .hasSize(2);
        assertThat(read.cosignatures(List.of())).isEmpty();
        assertThat(Checkpoint.open(read, LOG.verifierKey())).isEqualTo(CHECKPOINT);
    }

    @Test
    void ofAWitnessThatCosignedTwiceTheLatestCounts() throws UntrustedNoteException {
        SignedNote note = CHECKPOINT
                .sign(LOG)
                .with(CHECKPOINT.cosign(ALICE, TIME.plusSeconds(1)))
                .with(CHECKPOINT.cosign(ALICE, TIME));

        assertThat(note.cosignatures(List.of(ALICE.witnessKey())))
                .containsExactly(new Cosignature(ALICE.witnessKey(), 1_679_315_148));
    }

    @Test
    void oneWrongCosignatureOfATrustedWitnessSpoilsTheNote() {
        NoteSignature ofAnother = new Checkpoint("example.com/log", 7, CHECKPOINT.root()).cosign(ALICE, TIME);
        SignedNote note =
                CHECKPOINT.sign(LOG).with(CHECKPOINT.cosign(BOB, TIME)).with(ofAnother);

        assertThatThrownBy(() -> note.cosignatures(List.of(ALICE.witnessKey(), BOB.witnessKey())))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The cosignature of witness.example/alice does not match the text.");
    }

    @Test
    void aPlainSignatureOfTheSameKeyIsNoCosignature() throws UntrustedNoteException {
        SignerKey plain = SignerKey.of("witness.example/alice", seed(1));
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), plain);

        assertThat(note.cosignatures(List.of(ALICE.witnessKey()))).isEmpty();
        assertThatThrownBy(() -> SignedNote.sign(CHECKPOINT.text(), LOG)
                        .with(ALICE.cosign(CHECKPOINT.text(), TIME))
                        .verify(List.of(plain.verifierKey())))
                .isInstanceOf(UntrustedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 63, 64, 71, 73, 2428})
    void aCosignatureOfAnotherLengthIsNone(int length) {
        NoteSignature line = new NoteSignature(ALICE.name(), ALICE.witnessKey().id(), new byte[length]);

        assertThat(ALICE.witnessKey().verify(CHECKPOINT.text(), line)).isEmpty();
    }

    @Test
    void aTimeBeyondTheLargestIsRefusedHoweverItIsSigned() {
        byte[] stamped = ALICE.cosign(CHECKPOINT.text(), TIME).signature();
        stamped[0] = (byte) 0x80;
        NoteSignature line = new NoteSignature(ALICE.name(), ALICE.witnessKey().id(), stamped);

        assertThat(ALICE.witnessKey().verify(CHECKPOINT.text(), line)).isEmpty();
        assertThatThrownBy(() -> ALICE.cosign(CHECKPOINT.text(), Instant.ofEpochSecond(-1)))
                .isInstanceOf(TlogFormatException.class);
        assertThatThrownBy(() -> new Cosignature(ALICE.witnessKey(), -1)).isInstanceOf(TlogFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Wit1",
                "Wit1+4dd489c8",
                "Wit1+4dd489c8+",
                "Wit1+4dd489c9+BDd/u4KCwMnyfkbOqopYZJIGSuMxMnjGav6Pjb9W8Y3c",
                "Wit1+4DD489C8+BDd/u4KCwMnyfkbOqopYZJIGSuMxMnjGav6Pjb9W8Y3c",
                "Wit2+4dd489c8+BDd/u4KCwMnyfkbOqopYZJIGSuMxMnjGav6Pjb9W8Y3c",
                "Wit 1+4dd489c8+BDd/u4KCwMnyfkbOqopYZJIGSuMxMnjGav6Pjb9W8Y3c",
                "Wit1+4dd489c8+BDd/u4KCwMnyfkbOqopYZJIGSuMxMnjGav6Pjb9W8Y3",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void whatIsNoKeyOfAWitnessIsRefused(String vkey) {
        assertThatThrownBy(() -> WitnessKey.parse(vkey)).isInstanceOf(TlogFormatException.class);
    }

    @Test
    void theKeyOfAWitnessIsNoKeyOfALog() {
        assertThatThrownBy(() -> VerifierKey.parse(ALICE.witnessKey().toString()))
                .isInstanceOf(TlogFormatException.class)
                .hasMessage("the verifier key is no Ed25519 key (type 0x01 and 32 bytes)");
    }

    @Test
    void theSecretIsNotShownByAccident() {
        assertThat(ALICE).hasToString("WitnessSignerKey[witness.example/alice]");
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }
}
