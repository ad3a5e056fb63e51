package dev.surety.audit.query.rest;

import java.util.List;

/**
 * A proof that the log only grew.
 *
 * @param hashes Base64, as RFC 6962 orders them
 * @param checkpoint the last signed note; its size is {@code to} or larger
 */
public record ConsistencyView(
        long from, long to, String fromRoot, String toRoot, List<String> hashes, String checkpoint) {
    public ConsistencyView {
        hashes = List.copyOf(hashes);
    }
}
