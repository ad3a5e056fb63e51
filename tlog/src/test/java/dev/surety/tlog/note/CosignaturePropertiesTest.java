package dev.surety.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import dev.surety.tlog.testing.BitFlip;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every cosignature, whatever it is of and whenever it was made. */
class CosignaturePropertiesTest {
    private static final SignerKey LOG = SignerKey.of("example.com/log", new byte[32]);
    /** The last second that {@link Instant} knows. */
    private static final long LAST_SECOND = 31_556_889_864_403_199L;

    @Property(tries = 200)
    void whatAWitnessCosignedIsReadAndVerified(
            @ForAll @Size(32) byte[] seed,
            @ForAll @LongRange(min = 1) long size,
            @ForAll byte[] entry,
            @ForAll @LongRange(max = LAST_SECOND) long second)
            throws UntrustedNoteException {
        WitnessSignerKey witness = WitnessSignerKey.of("witness.example/w1", seed);
        Checkpoint checkpoint = new Checkpoint(LOG.name(), size, MerkleHashing.leafHash(entry));

        SignedNote note = checkpoint.sign(LOG).with(checkpoint.cosign(witness, Instant.ofEpochSecond(second, 999)));

        assertThat(SignedNote.parse(note.bytes())
                        .cosignatures(
                                List.of(WitnessKey.parse(witness.witnessKey().toString()))))
                .containsExactly(new Cosignature(witness.witnessKey(), second));
    }

    @Property(tries = 200)
    void aFlippedBitOfTheCheckpointIsNotWhatWasCosigned(
            @ForAll @Size(32) byte[] root,
            @ForAll @LongRange(min = 1) long size,
            @ForAll @IntRange(max = 255) int bit) {
        WitnessSignerKey witness = WitnessSignerKey.of("witness.example/w1", new byte[32]);
        Hash hash = Hash.of(root);
        NoteSignature line = new Checkpoint(LOG.name(), size, hash).cosign(witness, Instant.EPOCH);

        String tampered = new Checkpoint(LOG.name(), size, BitFlip.flip(hash, bit)).text();

        assertThat(witness.witnessKey().verify(tampered, line)).isEmpty();
    }

    /** Read from the specification anew, with none of the library's code: big-endian time, then Ed25519. */
    @Property(tries = 100)
    void aReaderWrittenFromTheSpecificationAgrees(
            @ForAll @Size(32) byte[] seed,
            @ForAll @LongRange(min = 1) long size,
            @ForAll @LongRange(max = LAST_SECOND) long second)
            throws GeneralSecurityException {
        WitnessSignerKey witness = WitnessSignerKey.of("witness.example/w1", seed);
        Checkpoint checkpoint = new Checkpoint(LOG.name(), size, Hash.of(seed));

        ByteBuffer stamped = ByteBuffer.wrap(
                checkpoint.cosign(witness, Instant.ofEpochSecond(second)).signature());

        long time = stamped.getLong();
        byte[] signature = new byte[stamped.remaining()];
        stamped.get(signature);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("EdDSA")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, point(witness.witnessKey().publicKey()))));
        verifier.update(String.join("\n", "cosignature/v1", "time " + time, checkpoint.text())
                .getBytes(StandardCharsets.UTF_8));
        assertThat(time).isEqualTo(second);
        assertThat(verifier.verify(signature)).isTrue();
    }

    /** RFC 8032 section 5.1.2: y in little-endian order, the lowest bit of x in the highest bit. */
    private static EdECPoint point(byte[] raw) {
        byte[] bigEndian = new byte[raw.length];
        for (int i = 0; i < raw.length; i++) {
            bigEndian[i] = raw[raw.length - 1 - i];
        }
        boolean xIsOdd = (bigEndian[0] & 0x80) != 0;
        bigEndian[0] &= 0x7f;
        return new EdECPoint(xIsOdd, new BigInteger(1, bigEndian));
    }
}
