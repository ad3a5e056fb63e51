package dev.surety.tlog.testing;

import com.google.protobuf.ByteString;
import dev.surety.tlog.merkle.ConsistencyProof;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.InclusionProof;
import io.codenotary.immudb.ImmudbProto;
import io.codenotary.immudb4j.crypto.CryptoUtils;
import io.codenotary.immudb4j.crypto.Root;
import io.codenotary.immudb4j.crypto.VerificationException;
import java.util.List;

/**
 * The proof checks of immudb4j, written by others. It names a tree by the index of its last entry, so it cannot speak
 * of the empty tree, and it does not insist that a path is as long as the size demands: what it refuses is wrong,
 * but not all that it accepts is right.
 */
public final class ForeignVerifier {
    private ForeignVerifier() {}

    /** Whether immudb4j accepts the proof that this leaf is in the tree with that root. */
    public static boolean accepts(InclusionProof proof, Hash leafHash, Hash root) {
        try {
            CryptoUtils.verifyInclusion(ImmudbProto.Proof.newBuilder()
                    .setLeaf(ByteString.copyFrom(leafHash.bytes()))
                    .setIndex(proof.index())
                    .setRoot(ByteString.copyFrom(root.bytes()))
                    .setAt(proof.treeSize() - 1)
                    .addAllInclusionPath(byteStrings(proof.path()))
                    .build());
            return true;
        } catch (VerificationException _) {
            return false;
        }
    }

    /** Whether immudb4j accepts the proof that the new root continues the old one. */
    public static boolean accepts(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
        try {
            CryptoUtils.verifyConsistency(
                    ImmudbProto.Proof.newBuilder()
                            .setRoot(ByteString.copyFrom(newRoot.bytes()))
                            .setAt(proof.newSize() - 1)
                            .addAllConsistencyPath(byteStrings(proof.path()))
                            .build(),
                    new Root("log", proof.oldSize() - 1, oldRoot.bytes()));
            return true;
        } catch (VerificationException _) {
            return false;
        }
    }

    private static List<ByteString> byteStrings(List<Hash> path) {
        return path.stream().map(hash -> ByteString.copyFrom(hash.bytes())).toList();
    }
}
