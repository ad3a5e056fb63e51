package dev.surety.tlog.note;

import dev.surety.tlog.TlogFormatException;
import dev.surety.tlog.text.StrictText;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The text form of public keys of every type, the vkey: {@code name+id+base64(type || key)} (signed-note, "Verifier
 * keys"). The id that was read is the one that follows from the rest.
 */
final class PublicKeyText {
    private final String name;
    private final byte type;
    private final byte[] key;

    private PublicKeyText(String name, byte type, byte[] key) {
        this.name = KeyName.require(name);
        this.type = type;
        this.key = key;
    }

    /** Reads a vkey and checks its id. */
    static PublicKeyText parse(String vkey) {
        // Base64 may contain a plus itself, so only the first two separate.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new TlogFormatException("a verifier key has the form name+id+key");
        }
        byte[] typed = StrictText.base64(parts[2], "verifier key");
        if (typed.length == 0) {
            throw new TlogFormatException("the verifier key has no signature type");
        }
        PublicKeyText text = new PublicKeyText(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of()
                .toHexDigits(KeyName.id(text.name, text.type, text.key))
                .equals(parts[1])) {
            throw new TlogFormatException("the id in the verifier key is not the one of its name and key");
        }
        return text;
    }

    /** The name of the key. */
    String name() {
        return name;
    }

    /** The key's bytes, when it is an Ed25519 key for signatures of this type. */
    byte[] keyOf(byte expectedType) {
        if (type != expectedType || key.length != Ed25519.KEY_LENGTH) {
            throw new TlogFormatException("the verifier key is no Ed25519 key (type 0x"
                    + HexFormat.of().toHexDigits(expectedType) + " and 32 bytes)");
        }
        return key;
    }

    /** Writes a vkey. */
    static String write(String name, int id, byte type, byte[] key) {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(typed(type, key));
    }

    static byte[] typed(byte type, byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = type;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }
}
