package dev.surety.escalation.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a browser holds of a session: 256 random bits. The place of the session and the key that its content is encrypted
 * with (AES-256-GCM, NIST SP 800-38D) are both derived from it, by different prefixes, so that one does not give away the
 * other.
 */
public final class SessionKey {
    private static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final byte[] secret;

    private SessionKey(byte[] secret) {
        this.secret = secret;
    }

    /** A fresh key. */
    public static SessionKey draw(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new SessionKey(secret);
    }

    /** The key that a browser sent; empty when it cannot be one. */
    public static Optional<SessionKey> read(String text) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(text);
            return secret.length == BYTES ? Optional.of(new SessionKey(secret)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The key as it travels in a cookie. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Where the session is kept. */
    public byte[] place() {
        return derived("place");
    }

    /** Encrypts what belongs to the session. */
    public byte[] seal(byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, nonce, plain);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
        System.arraycopy(encrypted, 0, whole, NONCE_BYTES, encrypted.length);
        return whole;
    }

    /** Decrypts what {@link #seal} encrypted. */
    public byte[] open(byte[] whole) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(whole, NONCE_BYTES),
                Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(derived("content"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The content of a session cannot be read or written", failure);
        }
    }

    private byte[] derived(String purpose) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(US_ASCII));
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
