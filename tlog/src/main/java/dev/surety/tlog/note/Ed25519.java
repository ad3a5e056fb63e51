package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Ed25519 (RFC 8032) with raw 32-byte keys. The JCA wants them wrapped as SubjectPublicKeyInfo and PKCS #8
 * (RFC 8410), which for this algorithm are constant prefixes.
 */
final class Ed25519 {
    static final int KEY_LENGTH = 32;

    private static final String ALGORITHM = "Ed25519";
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    static PublicKey publicKey(byte[] raw) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(joined(PUBLIC_PREFIX, raw)));
            // Only a signature object checks that the bytes are a point of the curve.
            Signature.getInstance(ALGORITHM).initVerify(key);
            return key;
        } catch (GeneralSecurityException _) {
            throw new TlogFormatException("the public key is no Ed25519 key");
        }
    }

    static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE_PREFIX, seed)));
        } catch (GeneralSecurityException _) {
            throw new TlogFormatException("the private key is no Ed25519 seed");
        }
    }

    /**
     * The raw public key of a seed. The JCA has no call for that, but generating a key pair takes exactly 32 random
     * bytes, the seed; a source of randomness that answers the seed gives its pair. That the provider did so is
     * checked on the private key, which must come back as the seed.
     */
    static byte[] publicKeyOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(255, new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            if (!Arrays.equals(pair.getPrivate().getEncoded(), joined(PRIVATE_PREFIX, seed))) {
                throw new IllegalStateException("the platform's Ed25519 generator does not take its seed as it is");
            }
            byte[] encoded = pair.getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform since 15 has Ed25519", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with Ed25519 failed", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signatureBytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signatureBytes);
        } catch (SignatureException _) {
            // The JCA throws for a signature that is too short or out of range instead of answering false.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("verifying with Ed25519 failed", e);
        }
    }

    private static byte[] joined(byte[] prefix, byte[] raw) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + raw.length);
        System.arraycopy(raw, 0, all, prefix.length, raw.length);
        return all;
    }

    private static final class FixedRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] answer;

        private FixedRandom(byte[] answer) {
            this.answer = answer.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != answer.length) {
                throw new IllegalStateException("asked for " + bytes.length + " random bytes instead of a seed");
            }
            System.arraycopy(answer, 0, bytes, 0, bytes.length);
        }
    }
}
