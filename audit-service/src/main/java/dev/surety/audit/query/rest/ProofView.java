package dev.surety.audit.query.rest;

import java.util.List;

/**
 * A proof that an entry is in the log.
 *
 * @param hashes Base64, from the leaf's sibling up to the root's child
 * @param checkpoint the signed note with the root
 */
public record ProofView(
        long index, long treeSize, String leafHash, String rootHash, List<String> hashes, String checkpoint) {
    public ProofView {
        hashes = List.copyOf(hashes);
    }
}
