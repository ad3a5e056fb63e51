package dev.surety.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.merkle.MerkleTree;
import dev.surety.tlog.note.Cosignature;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.WitnessSignerKey;
import dev.surety.tlog.testing.BitFlip;
import dev.surety.tlog.testing.Entries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TrustPolicyTest {
    private static final SignerKey LOG = SignerKey.of("example.com/log", new byte[32]);
    private static final List<byte[]> ENTRIES = Entries.numbered(100);
    private static final MerkleTree TREE = MerkleTree.of(ENTRIES);
    private static final Checkpoint CHECKPOINT = new Checkpoint(LOG.name(), TREE.size(), TREE.root());
    private static final Hash LEAF = MerkleHashing.leafHash(ENTRIES.get(42));

    private static final String POLICY = "log " + LOG.verifierKey() + "\n"
            + witness("X1") + witness("X2") + witness("X3") + "group X 2 X1 X2 X3\n"
            + witness("Y1") + witness("Y2") + witness("Y3") + "group Y any Y1 Y2 Y3\n"
            + "group X-and-Y all X Y\n";

    @Test
    void theCheckpointOfAPublicLogSatisfiesAPolicyOfItsWitnesses() throws IOException, UntrustedNoteException {
        TrustPolicy policy = TrustPolicy.parse(resource("arche2025h1.policy"));
        SignedNote note = SignedNote.parse(resource("arche2025h1.checkpoint"));

        WitnessedCheckpoint witnessed = policy.verify(note);

        assertThat(witnessed.checkpoint().size()).isEqualTo(1_432_088_532L);
        assertThat(witnessed.cosignatures())
                .hasSize(4)
                .extracting(Cosignature::timestamp)
                .containsOnly(1_779_573_024L);
        assertThat(policy.logs().getFirst().url()).contains("https://arche2025h1.staging.ct.transparency.dev");
        assertThat(policy.witnesses())
                .extracting(TrustedWitness::url)
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of("https://remora.n621.de"), Optional.empty());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "quorums.csv", useHeadersInDisplayName = true)
    void aQuorumIsMetByEnoughOfItsWitnesses(String quorum, @Nullable String cosigners, boolean met)
            throws UntrustedNoteException {
        SignedNote note = cosigned(cosigners == null ? new String[0] : cosigners.split(" "));
        TrustPolicy policy = policy(quorum);

        if (met) {
            assertThat(policy.verify(note).checkpoint()).isEqualTo(CHECKPOINT);
        } else {
            assertThatThrownBy(() -> policy.verify(note)).isInstanceOf(UntrustedNoteException.class);
        }
    }

    @Test
    void aMissedQuorumIsNamed() {
        assertThatThrownBy(() -> policy("X-and-Y").verify(cosigned("X1", "Y3")))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The checkpoint is cosigned by [witness.example/X1, witness.example/Y3],"
                        + " but the policy demands 2 of (2 of (X1, X2, X3), 1 of (Y1, Y2, Y3)).");
    }

    @Test
    void cosignaturesThatTheQuorumDoesNotNeedAreToldToo() throws UntrustedNoteException {
        assertThat(policy("X1").verify(cosigned("X1", "Y2", "Z9")).cosignatures())
                .containsExactly(
                        new Cosignature(signer("X1").witnessKey(), 7),
                        new Cosignature(signer("Y2").witnessKey(), 7));
    }

    @Test
    void aWitnessOfThePolicyWhoseCosignatureIsWrongSpoilsTheCheckpoint() {
        SignedNote note = cosigned("X1", "X2")
                .with(new Checkpoint(LOG.name(), 99, TREE.rootAt(99)).cosign(signer("Y1"), Instant.EPOCH));

        assertThatThrownBy(() -> policy("X").verify(note))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The cosignature of witness.example/Y1 does not match the text.");
    }

    @Test
    void witnessesDoNotReplaceTheLog() {
        SignedNote unsigned = new SignedNote(
                CHECKPOINT.text(), cosigned("X1", "X2").signatures().subList(1, 3));
        SignedNote foreign = new Checkpoint("example.com/other", 100, TREE.root())
                .sign(SignerKey.of("example.com/other", new byte[32]));

        assertThatThrownBy(() -> policy("X").verify(unsigned)).isInstanceOf(UntrustedNoteException.class);
        assertThatThrownBy(() -> policy("none").verify(foreign))
                .isInstanceOf(UntrustedNoteException.class)
                .hasMessage("The checkpoint is of example.com/other, which is no log of the policy.");
    }

    @Test
    void ofTwoKeysOfALogEitherIsEnough() throws UntrustedNoteException {
        byte[] seed = new byte[32];
        seed[5] = 5;
        SignerKey next = SignerKey.of(LOG.name(), seed);
        TrustPolicy both = parse("log " + LOG.verifierKey() + "\nlog " + next.verifierKey() + "\nquorum none\n");

        assertThat(both.verify(CHECKPOINT.sign(LOG)).checkpoint()).isEqualTo(CHECKPOINT);
        assertThat(both.verify(CHECKPOINT.sign(next)).checkpoint()).isEqualTo(CHECKPOINT);
    }

    @Test
    void aProofFileIsVerifiedOfflineAgainstThePolicy() throws UntrustedNoteException, InvalidProofException {
        TlogProof proof = TlogProof.of(InclusionProof.of(42, 100, TREE), cosigned("X1", "X3", "Y2"));

        WitnessedCheckpoint witnessed = policy("X-and-Y").verify(TlogProof.parse(proof.bytes()), LEAF);

        assertThat(witnessed.checkpoint()).isEqualTo(CHECKPOINT);
        assertThat(witnessed.cosignatures()).hasSize(3);
        assertThatThrownBy(() -> policy("X-and-Y").verify(proof, MerkleHashing.leafHash(ENTRIES.get(43))))
                .isInstanceOf(InvalidProofException.class);
    }

    @Test
    void noWitnessedProofWithAFlippedBitIsBelieved() {
        byte[] bytes = TlogProof.of(InclusionProof.of(42, 100, TREE), cosigned("X1", "X3", "Y2"))
                .bytes();
        TrustPolicy policy = policy("X-and-Y");
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] flipped = BitFlip.flip(bytes, bit);
            assertThatThrownBy(() -> policy.verify(TlogProof.parse(flipped), LEAF))
                    .as("bit %d", bit)
                    .isInstanceOfAny(
                            TlogFormatException.class, UntrustedNoteException.class, InvalidProofException.class);
        }
    }

    @Test
    void aPolicyMadeInCodeCountsNoWitnessTwice() {
        TrustedWitness one = new TrustedWitness("one", signer("X1").witnessKey(), Optional.empty());
        TrustedWitness other = new TrustedWitness("other", signer("X2").witnessKey(), Optional.empty());
        Quorum twice = new Quorum.Group(2, List.of(new Quorum.Witness(one), new Quorum.Witness(one)));

        assertThatThrownBy(() -> new TrustPolicy(List.of(), List.of(one), twice))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustPolicy(List.of(), List.of(one), new Quorum.Witness(other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustPolicy(List.of(), List.of(one, one), new Quorum.None()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quorum.Group(2, List.of(new Quorum.Witness(one))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TrustPolicy policy(String quorum) {
        return parse(POLICY + "quorum " + quorum + "\n");
    }

    private static TrustPolicy parse(String file) {
        return TrustPolicy.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static SignedNote cosigned(String... witnesses) {
        SignedNote note = CHECKPOINT.sign(LOG);
        for (String witness : witnesses) {
            note = note.with(CHECKPOINT.cosign(signer(witness), Instant.ofEpochSecond(7)));
        }
        return note;
    }

    private static String witness(String name) {
        return "witness " + name + " " + signer(name).witnessKey() + "\n";
    }

    private static WitnessSignerKey signer(String name) {
        byte[] seed = new byte[32];
        seed[0] = (byte) name.charAt(0);
        seed[1] = (byte) name.charAt(1);
        return WitnessSignerKey.of("witness.example/" + name, seed);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = Objects.requireNonNull(TrustPolicyTest.class.getResourceAsStream(name))) {
            return content.readAllBytes();
        }
    }
}
