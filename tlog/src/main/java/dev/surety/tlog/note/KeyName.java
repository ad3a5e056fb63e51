package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The rules for names and ids of keys (signed-note, "Format" and "Signatures"). */
final class KeyName {
    /** The signature type of Ed25519 signatures over the note text. */
    static final byte ED25519 = 0x01;

    /** The signature type of timestamped Ed25519 cosignatures (tlog-cosignature, "Format"). */
    static final byte COSIGNATURE = 0x04;

    private KeyName() {}

    /** Returns the name, or throws when it is empty or holds a space, a plus or a control character. */
    static String require(String name) {
        boolean wrong = name.isEmpty()
                || name.codePoints()
                        .anyMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
        if (wrong) {
            throw new TlogFormatException(
                    "\"" + name + "\" is no key name: text without spaces and without + was expected");
        }
        return name;
    }

    /** The first four bytes of SHA-256(name || 0x0A || signature type || public key). */
    static int id(String name, byte type, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(StrictText.utf8(name, "key name"));
            digest.update((byte) '\n');
            digest.update(type);
            digest.update(publicKey);
            return ByteBuffer.wrap(digest.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
