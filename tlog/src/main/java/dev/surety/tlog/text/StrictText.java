package dev.surety.tlog.text;

import dev.surety.tlog.TlogFormatException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Decoders that accept exactly one spelling of each value. The JDK's own accept several (Base64 without padding or
 * with stray bits, numbers with a sign or leading zeros), which would let two different files claim to be the same
 * proof.
 */
public final class StrictText {
    private static final int DIGITS_OF_LARGEST_LONG = 19;

    private StrictText() {}

    /** Decodes UTF-8 and refuses malformed sequences instead of replacing them; {@code what} names the part. */
    public static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new TlogFormatException(what + " is not valid UTF-8");
        }
    }

    /** Encodes as UTF-8 and refuses lone surrogates instead of replacing them. */
    public static byte[] utf8(String text, String what) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException _) {
            throw new TlogFormatException(what + " holds a lone surrogate, which has no UTF-8 form");
        }
    }

    /** Decodes RFC 4648 section 4 Base64: standard alphabet, padded, unused bits zero. */
    public static byte[] base64(String text, String what) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw new TlogFormatException(what + " is not Base64 (RFC 4648 section 4, padded)");
        }
        if (!Base64.getEncoder().encodeToString(decoded).equals(text)) {
            throw new TlogFormatException(what + " is not the canonical padded Base64 of its bytes");
        }
        return decoded;
    }

    /** Reads a number from 0 to 2^63-1 in ASCII digits without sign or leading zeros. */
    public static long decimal(String text, String what) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new TlogFormatException(what + " is not a decimal number without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new TlogFormatException(what + " has more than " + DIGITS_OF_LARGEST_LONG
                    + " digits or exceeds 2^63-1, the largest size supported");
        }
    }
}
