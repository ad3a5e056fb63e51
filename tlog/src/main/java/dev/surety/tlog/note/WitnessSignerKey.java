package dev.surety.tlog.note;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * A witness's private key, which cosigns checkpoints (C2SP tlog-cosignature). Its text form is the same skey as a log
 * key's; the two must not share one, although what they sign can never be mistaken for each other.
 */
public final class WitnessSignerKey {
    private final SignerKey key;
    private final WitnessKey witnessKey;

    private WitnessSignerKey(SignerKey key) {
        this.key = key;
        this.witnessKey = WitnessKey.of(key.name(), key.verifierKey().publicKey());
    }

    /** The key with this name and this 32-byte seed (the private key of RFC 8032). */
    public static WitnessSignerKey of(String name, byte[] seed) {
        return new WitnessSignerKey(SignerKey.of(name, seed));
    }

    /** A new key with this name. */
    public static WitnessSignerKey generate(String name, SecureRandom random) {
        return new WitnessSignerKey(SignerKey.generate(name, random));
    }

    /** Reads a skey. */
    public static WitnessSignerKey parse(String skey) {
        return new WitnessSignerKey(SignerKey.parse(skey));
    }

    /** The name that the cosignatures carry. */
    public String name() {
        return witnessKey.name();
    }

    /** The public half. */
    public WitnessKey witnessKey() {
        return witnessKey;
    }

    /**
     * Cosigns a checkpoint's text as of a time, of which whole seconds count. Whoever calls this states that the text is
     * of the largest consistent tree it has seen of that log.
     */
    public NoteSignature cosign(String text, Instant time) {
        long timestamp = time.getEpochSecond();
        byte[] signature = key.signed(Cosignature.message(timestamp, text));
        byte[] stamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(timestamp)
                .put(signature)
                .array();
        return new NoteSignature(name(), witnessKey.id(), stamped);
    }

    /** The text form, the skey. Whoever has it can cosign as this witness. */
    public String secretText() {
        return key.secretText();
    }

    /** Names the key without its secret. */
    @Override
    public String toString() {
        return "WitnessSignerKey[" + name() + "]";
    }
}
