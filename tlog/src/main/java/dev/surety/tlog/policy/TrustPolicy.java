package dev.surety.tlog.policy;

import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import dev.surety.tlog.merkle.InvalidProofException;
import dev.surety.tlog.note.Cosignature;
import dev.surety.tlog.note.SignedNote;
import dev.surety.tlog.note.UntrustedNoteException;
import dev.surety.tlog.note.VerifierKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When a checkpoint is believed (C2SP tlog-policy): one of the logs signed it, and the quorum of the witnesses cosigned
 * it. Everything that is needed to tell is in the policy and in the checkpoint, so no network is.
 */
public record TrustPolicy(List<TrustedLog> logs, List<TrustedWitness> witnesses, Quorum quorum) {
    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
        Objects.requireNonNull(quorum, "quorum");
        requireDistinct(logs, witnesses, quorum);
    }

    /** Reads a policy file. */
    public static TrustPolicy parse(byte[] file) {
        return new PolicyFile().read(file);
    }

    /**
     * Verifies a checkpoint against the policy. Of several keys for the same origin any one is enough.
     *
     * @throws dev.surety.tlog.TlogFormatException when the signed text is no checkpoint
     * @throws UntrustedNoteException when no log of the policy signed it, the quorum did not cosign it, or a signature by
     *     a key of the policy is wrong
     */
    public WitnessedCheckpoint verify(SignedNote note) throws UntrustedNoteException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<VerifierKey> keys = logs.stream()
                .map(TrustedLog::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            throw new UntrustedNoteException(
                    "The checkpoint is of " + checkpoint.origin() + ", which is no log of the policy.");
        }
        var _ = note.verify(keys);
        List<Cosignature> cosignatures =
                note.cosignatures(witnesses.stream().map(TrustedWitness::key).toList());
        if (!quorum.isMetBy(cosignatures.stream().map(Cosignature::witness).collect(Collectors.toSet()))) {
            throw new UntrustedNoteException("The checkpoint is cosigned by "
                    + cosignatures.stream()
                            .map(cosignature -> cosignature.witness().name())
                            .sorted()
                            .toList()
                    + ", but the policy demands " + quorum + ".");
        }
        return new WitnessedCheckpoint(checkpoint, cosignatures);
    }

    /**
     * Verifies offline that the entry with this leaf hash is in a log of the policy, and returns the checkpoint that says
     * so.
     *
     * @throws dev.surety.tlog.TlogFormatException when the signed text is no checkpoint
     * @throws UntrustedNoteException when the checkpoint does not satisfy the policy
     * @throws InvalidProofException when the entry is not at the proof's index of the tree
     */
    public WitnessedCheckpoint verify(TlogProof proof, Hash leafHash)
            throws UntrustedNoteException, InvalidProofException {
        WitnessedCheckpoint witnessed = verify(proof.checkpoint());
        Checkpoint checkpoint = witnessed.checkpoint();
        new InclusionProof(proof.index(), checkpoint.size(), proof.path()).verify(leafHash, checkpoint.root());
        return witnessed;
    }

    private static void requireDistinct(List<TrustedLog> logs, List<TrustedWitness> witnesses, Quorum quorum) {
        if (distinct(logs, log -> ByteBuffer.wrap(log.key().publicKey())) < logs.size()) {
            throw new IllegalArgumentException("two logs of the policy have the same public key");
        }
        if (distinct(witnesses, witness -> ByteBuffer.wrap(witness.key().publicKey())) < witnesses.size()) {
            throw new IllegalArgumentException("two witnesses of the policy have the same public key");
        }
        List<TrustedWitness> counted = quorum.witnesses();
        if (!witnesses.containsAll(counted) || distinct(counted, witness -> witness) < counted.size()) {
            throw new IllegalArgumentException("the quorum counts each witness once, and only those of the policy");
        }
    }

    private static <T> long distinct(List<T> items, Function<T, Object> by) {
        return items.stream().map(by).distinct().count();
    }
}
