package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A witness's name and Ed25519 public key, which verify cosignatures (C2SP tlog-cosignature, "Format"). Its text form is
 * a vkey of type 0x04, so no key can be taken for a log's by mistake.
 */
public final class WitnessKey {
    private static final int SIGNATURE_LENGTH = 64;

    private final String name;
    private final int id;
    private final byte[] raw;
    private final PublicKey key;

    private WitnessKey(String name, byte[] raw) {
        this.name = KeyName.require(name);
        this.raw = raw;
        this.id = KeyName.id(name, KeyName.COSIGNATURE, raw);
        this.key = Ed25519.publicKey(raw);
    }

    /** The key with this name and these 32 bytes. */
    public static WitnessKey of(String name, byte[] publicKey) {
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new TlogFormatException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        return new WitnessKey(name, publicKey.clone());
    }

    /** Reads a vkey of type 0x04. */
    public static WitnessKey parse(String vkey) {
        PublicKeyText text = PublicKeyText.parse(vkey);
        return of(text.name(), text.keyOf(KeyName.COSIGNATURE));
    }

    /** The name that cosignatures of this witness carry. */
    public String name() {
        return name;
    }

    /** The key id: four bytes that tell keys of the same name apart. */
    public int id() {
        return id;
    }

    /** A copy of the 32 bytes. */
    public byte[] publicKey() {
        return raw.clone();
    }

    /** Whether both are the same public key, perhaps under two names. */
    public boolean hasSameKeyAs(WitnessKey other) {
        return Arrays.equals(raw, other.raw);
    }

    /** Whether a signature claims to be by this witness. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    /** The cosignature in a signature line, or nothing when this witness did not make it of this text. */
    public Optional<Cosignature> verify(String text, NoteSignature line) {
        byte[] stamped = line.signature();
        if (!isNamedBy(line) || stamped.length != Long.BYTES + SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        long timestamp = ByteBuffer.wrap(stamped).getLong();
        // The time is unsigned on the wire and MUST NOT exceed 2^63-1.
        if (timestamp < 0) {
            return Optional.empty();
        }
        byte[] message = StrictText.utf8(Cosignature.message(timestamp, text), "cosigned message");
        byte[] signature = Arrays.copyOfRange(stamped, Long.BYTES, stamped.length);
        return Ed25519.verifies(key, message, signature)
                ? Optional.of(new Cosignature(this, timestamp))
                : Optional.empty();
    }

    /** The text form, a vkey of type 0x04. */
    @Override
    public String toString() {
        return PublicKeyText.write(name, id, KeyName.COSIGNATURE, raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WitnessKey that && name.equals(that.name) && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return id;
    }
}
