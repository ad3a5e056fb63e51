package dev.surety.tlog.merkle;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 value: always 32 bytes, never changed after it was made, equal by content. */
public final class Hash {
    /** The number of bytes in a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies a hash out of an array of exactly 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new TlogFormatException("a hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Copies the 32 bytes that start at {@code offset}. */
    public static Hash of(byte[] bytes, int offset) {
        Objects.checkFromIndexSize(offset, LENGTH, bytes.length);
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** Reads the form that checkpoints and proofs use. */
    public static Hash fromBase64(String text) {
        return of(StrictText.base64(text, "hash"));
    }

    /** Reads 64 hexadecimal digits of either case. */
    public static Hash fromHex(String text) {
        try {
            return of(HexFormat.of().parseHex(text));
        } catch (TlogFormatException e) {
            throw e;
        } catch (IllegalArgumentException _) {
            throw new TlogFormatException("hash is not hexadecimal");
        }
    }

    /** Takes over a freshly made array that nobody else holds: the hot path of hashing has no second copy. */
    static Hash owning(byte[] bytes) {
        return new Hash(bytes);
    }

    void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the 32 bytes into {@code target} from {@code offset} on. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    /** The form that checkpoints and proofs use. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return toBase64();
    }
}
