package dev.surety.audit.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.UUID;

/** The disclosures of one entry that one person's key seals, as they are stored. */
public final class SealedPayload {
    private final Place place;
    private final UUID keyId;
    private final byte[] ciphertext;

    /** Takes over {@code ciphertext}, which nobody may change afterwards. */
    public SealedPayload(Place place, UUID keyId, byte[] ciphertext) {
        this.place = requireNonNull(place, "place");
        this.keyId = requireNonNull(keyId, "keyId");
        this.ciphertext = requireNonNull(ciphertext, "ciphertext");
    }

    public Place place() {
        return place;
    }

    public UUID keyId() {
        return keyId;
    }

    /** The stored bytes themselves, not a copy: payloads are large and written once. */
    public byte[] ciphertext() {
        return ciphertext;
    }

    /** What the entry says of this payload: base64url of the SHA-256 of its ciphertext. */
    public String digest() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(ciphertext));
    }
}
