package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

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
        this.id = KeyName.id(name, raw);
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
        // Base64 may contain a plus itself, so only the first two separate.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new TlogFormatException("a verifier key has the form name+id+key");
        }
        byte[] typed = StrictText.base64(parts[2], "verifier key");
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != KeyName.ED25519) {
            throw new TlogFormatException("the verifier key is no Ed25519 key (type 0x01 and 32 bytes)");
        }
        VerifierKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.id).equals(parts[1])) {
            throw new TlogFormatException("the id in the verifier key is not the one of its name and key");
        }
        return key;
    }

    /** The name that signatures of this key carry; for a log, its origin. */
    public String name() {
        return name;
    }

    /** The key id: four bytes that tell keys of the same name apart. */
    public int id() {
        return id;
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
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed(raw));
    }

    static byte[] typed(byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = KeyName.ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
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
