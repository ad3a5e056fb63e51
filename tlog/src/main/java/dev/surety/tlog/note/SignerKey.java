package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A named private key that signs notes. Its text form, the skey of Go's note package, is {@code
 * PRIVATE+KEY+name+id+base64(0x01 || seed)}. It is written out only by {@link #secretText()}, never by accident.
 */
public final class SignerKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final PrivateKey key;
    private final VerifierKey verifierKey;

    private SignerKey(String name, byte[] seed) {
        this.seed = seed;
        this.key = Ed25519.privateKey(seed);
        this.verifierKey = VerifierKey.of(name, Ed25519.publicKeyOf(seed));
    }

    /** The key with this name and this 32-byte seed (the private key of RFC 8032). */
    public static SignerKey of(String name, byte[] seed) {
        if (seed.length != Ed25519.KEY_LENGTH) {
            throw new TlogFormatException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        return new SignerKey(name, seed.clone());
    }

    /** A new key with this name. */
    public static SignerKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SignerKey(name, seed);
    }

    /** Reads a skey. */
    public static SignerKey parse(String skey) {
        // Messages here never repeat the input: it is a secret.
        String[] parts =
                skey.startsWith(PREFIX) ? skey.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new TlogFormatException("a signer key has the form PRIVATE+KEY+name+id+key");
        }
        byte[] typed = StrictText.base64(parts[2], "signer key");
        if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != KeyName.ED25519) {
            throw new TlogFormatException("the signer key is no Ed25519 key (type 0x01 and 32 bytes)");
        }
        SignerKey key = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().toHexDigits(key.verifierKey.id()).equals(parts[1])) {
            throw new TlogFormatException("the id in the signer key is not the one of its name and key");
        }
        return key;
    }

    /** The name that this key's signatures carry; for a log, its origin. */
    public String name() {
        return verifierKey.name();
    }

    /** The public half. */
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /** Signs a note text; Ed25519 is deterministic, so the same text always gives the same signature. */
    public NoteSignature sign(String text) {
        return new NoteSignature(name(), verifierKey.id(), signed(text));
    }

    /** The bare Ed25519 signature of a message. */
    byte[] signed(String message) {
        return Ed25519.sign(key, StrictText.utf8(message, "note text"));
    }

    /** The text form, the skey. Whoever has it can sign as this key. */
    public String secretText() {
        return PREFIX + name() + "+" + HexFormat.of().toHexDigits(verifierKey.id()) + "+"
                + Base64.getEncoder().encodeToString(PublicKeyText.typed(KeyName.ED25519, seed));
    }

    /** Names the key without its secret. */
    @Override
    public String toString() {
        return "SignerKey[" + name() + "]";
    }
}
