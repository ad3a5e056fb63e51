package dev.surety.audit.disclosure;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256, HMAC-SHA-256 (RFC 2104) and HKDF-SHA-256 (RFC 5869); every Java platform has what they are made of. */
public final class Digests {
    /** The length of each result. */
    public static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";

    private Digests() {}

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Says that whoever made it had the key, and reveals nothing of {@code parts} to whoever has not. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Derives {@code length} bytes from {@code secret} for the purpose that {@code info} names (RFC 5869 section 2). */
    public static byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > 255 * LENGTH) {
            throw new IllegalArgumentException("length is " + length + ": 1.." + 255 * LENGTH + " was expected");
        }
        byte[] extracted = hmac(salt.length == 0 ? new byte[LENGTH] : salt, secret);
        byte[] derived = new byte[length];
        byte[] block = new byte[0];
        for (int filled = 0, counter = 1; filled < length; filled += LENGTH, counter++) {
            block = hmac(extracted, block, info, new byte[] {(byte) counter});
            System.arraycopy(block, 0, derived, filled, Math.min(LENGTH, length - filled));
        }
        return derived;
    }
}
