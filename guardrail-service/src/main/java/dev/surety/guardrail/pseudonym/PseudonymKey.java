package dev.surety.guardrail.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of an installation, from which every tenant and every conversation has keys of its own (HMAC-SHA-256,
 * RFC 2104, as the expanding half of RFC 5869 uses it). It never leaves this class.
 */
public final class PseudonymKey {
    /** How many bytes a secret has. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    public PseudonymKey(byte[] secret) {
        if (secret.length != LENGTH) {
            throw new IllegalArgumentException("a key of " + secret.length + " bytes: " + LENGTH + " expected");
        }
        this.secret = secret.clone();
    }

    /** The pseudonyms of one conversation of one tenant. */
    public ConversationPseudonyms of(String tenant, String conversation) {
        return new ConversationPseudonyms(
                derive("surety pseudonym code 1", tenant, conversation),
                derive("surety pseudonym seal 1", tenant),
                labelled(tenant, conversation));
    }

    private byte[] derive(String... parts) {
        return authenticate(secret, labelled(parts));
    }

    static byte[] authenticate(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** The parts with their lengths, so that no two lists of parts become the same bytes. */
    static byte[] labelled(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
