package dev.surety.audit.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A data key as it is stored: encrypted under the key-encryption key of its tenant.
 *
 * @param wrapped never in the clear
 * @param epoch which generation of the key-encryption key wrapped it
 */
@SuppressWarnings("ArrayRecordComponent") // Keys are told apart by their id; the bytes are never compared.
public record WrappedKey(UUID id, String tenant, KeyHolder holder, byte[] wrapped, int epoch) {
    public WrappedKey {
        requireNonNull(id, "id");
        requireNonNull(tenant, "tenant");
        requireNonNull(holder, "holder");
        wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }
}
