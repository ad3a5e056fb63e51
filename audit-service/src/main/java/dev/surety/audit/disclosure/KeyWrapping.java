package dev.surety.audit.disclosure;

import java.util.UUID;

/**
 * Wraps data keys under a key that never leaves its keeper: a keyset file in local mode, a key-management service in
 * production.
 */
public interface KeyWrapping {
    /** Wraps a data key; the result opens for the same tenant, holder and id only. */
    WrappedKey wrap(UUID id, String tenant, KeyHolder holder, byte[] secret);

    /**
     * The data key inside.
     *
     * @throws KeyUnavailableException when the key-encryption key is gone, or is another one
     */
    SubjectKey unwrap(WrappedKey key);
}
