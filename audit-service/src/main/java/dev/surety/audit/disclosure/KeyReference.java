package dev.surety.audit.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Says that the key is the one of whom the handle stands for.
 *
 * @param handle an HMAC under the tenant's key; erased with the person
 */
@SuppressWarnings("ArrayRecordComponent") // A reference is written once and never compared.
public record KeyReference(String tenant, byte[] handle, UUID keyId) {
    public KeyReference {
        requireNonNull(tenant, "tenant");
        handle = handle.clone();
        requireNonNull(keyId, "keyId");
    }

    @Override
    public byte[] handle() {
        return handle.clone();
    }
}
