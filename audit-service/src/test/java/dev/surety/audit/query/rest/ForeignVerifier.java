package dev.surety.audit.query.rest;

import com.google.protobuf.ByteString;
import io.codenotary.immudb.ImmudbProto;
import io.codenotary.immudb4j.crypto.CryptoUtils;
import io.codenotary.immudb4j.crypto.Root;
import io.codenotary.immudb4j.crypto.VerificationException;
import java.util.List;

/** The proof checks of immudb4j, which were written by others. It names a tree by the index of its last entry. */
final class ForeignVerifier {
    private ForeignVerifier() {}

    /** Whether it accepts that this leaf is at the index of the tree with that root. */
    static boolean acceptsInclusion(long index, long treeSize, byte[] leafHash, byte[] root, List<byte[]> path) {
        try {
            CryptoUtils.verifyInclusion(ImmudbProto.Proof.newBuilder()
                    .setLeaf(ByteString.copyFrom(leafHash))
                    .setIndex(index)
                    .setRoot(ByteString.copyFrom(root))
                    .setAt(treeSize - 1)
                    .addAllInclusionPath(path.stream().map(ByteString::copyFrom).toList())
                    .build());
            return true;
        } catch (VerificationException refused) {
            return false;
        }
    }

    /** Whether it accepts that the tree with the new root continues the one with the old root. */
    static boolean acceptsConsistency(long oldSize, long newSize, byte[] oldRoot, byte[] newRoot, List<byte[]> path) {
        try {
            CryptoUtils.verifyConsistency(
                    ImmudbProto.Proof.newBuilder()
                            .setRoot(ByteString.copyFrom(newRoot))
                            .setAt(newSize - 1)
                            .addAllConsistencyPath(
                                    path.stream().map(ByteString::copyFrom).toList())
                            .build(),
                    new Root("log", oldSize - 1, oldRoot));
            return true;
        } catch (VerificationException refused) {
            return false;
        }
    }
}
