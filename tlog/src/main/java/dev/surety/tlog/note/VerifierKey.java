package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * A named public key that verifies notes. Its text form, the vkey, is {@code name+id+base64(0x01 || key)}; the id
 * follows from the rest and is checked.
 */
public final class VerifierKey {
    private final String name;
    private final int id;
    private final byte[] raw;
    private final PublicKey key;

    private VerifierKey(String name, byte[] raw) {
        this.name = KeyName.require(name);
        this.raw = raw;
        this.id = KeyName.id(name, KeyName.ED25519, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /** The key with this name and these 32 bytes. */
    public static VerifierKey of(String name, byte[] publicKey) {
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new TlogFormatException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        return new VerifierKey(name, publicKey.clone());
    }

    /** Reads a vkey. */
    public static VerifierKey parse(String vkey) {
        PublicKeyText text = PublicKeyText.parse(vkey);
        return of(text.name(), text.keyOf(KeyName.ED25519));
    }

    /** The name that signatures of this key carry; for a log, its origin. */
    public String name() {
        return name;
    }

    /** The key id: four bytes that tell keys of the same name apart. */
    public int id() {
        return id;
    }

    /** Whether both are the same public key, perhaps under two names. */
    public boolean hasSameKeyAs(VerifierKey other) {
        return Arrays.equals(raw, other.raw);
    }

    /** Whether a signature claims to be by this key. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** Whether the signature is by this key and over this text. */
    public boolean verifies(String text, NoteSignature signature) {
        return isNamedBy(signature) && Ed25519.verifies(key, StrictText.utf8(text, "note text"), signature.signature());
    }

    /** The text form, the vkey. */
    @Override
    public String toString() {
        return PublicKeyText.write(name, id, KeyName.ED25519, raw);
    }

    /** A copy of the 32 bytes. */
    public byte[] publicKey() {
        return raw.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return id;
    }
}
