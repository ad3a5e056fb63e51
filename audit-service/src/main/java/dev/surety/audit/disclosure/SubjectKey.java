package dev.surety.audit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.UUID;

/**
 * The data key of one person (or conversation, or tenant), in the clear: it exists in memory only. Keys for its
 * purposes are derived from it (RFC 5869), so none is used for two things, and all of them end with it.
 */
public final class SubjectKey {
    /** How many bytes a data key has: AES-256. */
    public static final int LENGTH = 32;

    private static final int REFERENCE_LENGTH = 16;

    private final UUID id;
    private final String tenant;
    private final KeyHolder holder;
    private final byte[] content;
    private final byte[] reference;
    private final byte[] index;

    /** The key with those bytes. */
    public SubjectKey(UUID id, String tenant, KeyHolder holder, byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a data key has " + LENGTH + " bytes, not " + secret.length);
        }
        this.id = requireNonNull(id, "id");
        this.tenant = requireNonNull(tenant, "tenant");
        this.holder = requireNonNull(holder, "holder");
        this.content = derive(secret, "content");
        this.reference = derive(secret, "reference");
        this.index = derive(secret, "index");
    }

    public UUID id() {
        return id;
    }

    public String tenant() {
        return tenant;
    }

    public KeyHolder holder() {
        return holder;
    }

    /** The key that seals disclosures. */
    byte[] content() {
        return content;
    }

    /**
     * How an entry of the immutable log refers to {@code identifier}: the same each time while this key lives, and
     * linkable to nobody once it is destroyed.
     */
    public byte[] referenceTo(String kind, String identifier) {
        return Arrays.copyOf(keyed(reference, kind, identifier), REFERENCE_LENGTH);
    }

    /** How the erasable side looks up {@code identifier}; for the key of a tenant. */
    public byte[] handleOf(String kind, String identifier) {
        return keyed(index, kind, identifier);
    }

    /** Stands for the content of an event when two deliveries of it are compared; for the key of a tenant. */
    public byte[] fingerprintOf(byte[] content) {
        return Digests.hmac(index, "fingerprint\0".getBytes(UTF_8), content);
    }

    private static byte[] keyed(byte[] key, String kind, String identifier) {
        return Digests.hmac(key, (kind + '\0' + identifier).getBytes(UTF_8));
    }

    private static byte[] derive(byte[] secret, String purpose) {
        return Digests.hkdf(secret, new byte[0], ("surety/" + purpose + "/v1").getBytes(UTF_8), LENGTH);
    }
}
