package dev.surety.guardrail.evaluation.check.injection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Finds and decodes parts of a text that are written in base64, hexadecimal, binary or Morse code, escaped characters,
 * and characters of the Unicode tag block (U+E0020–U+E007E), which are ASCII that nobody sees. Only what decodes to readable text counts, so
 * identifiers, keys and images are left alone. Each character is looked at a bounded number of times.
 */
final class Encodings {
    private static final int SHORTEST_BASE64 = 20;
    private static final int SHORTEST_HEXADECIMAL = 20;
    private static final int SHORTEST_BINARY = 40;
    private static final int SHORTEST_MORSE = 24;
    private static final int TAG_BLOCK = 0xE0000;

    private static final int BASE64 = 1;
    private static final int HEXADECIMAL = 2;
    private static final int BINARY = 4;
    private static final int MORSE = 8;
    /** In which encodings each ASCII character stands. */
    private static final byte[] CLASSES = classes();

    private Encodings() {}

    private static byte[] classes() {
        byte[] classes = new byte[0x80];
        for (int character = 0; character < classes.length; character++) {
            classes[character] = (byte) ((isBase64(character) ? BASE64 : 0)
                    | (isSpacedHexadecimal(character) ? HEXADECIMAL : 0)
                    | (isSpacedBinary(character) ? BINARY : 0)
                    | (Morse.isSign(character) ? MORSE : 0));
        }
        return classes;
    }

    /** A decoded part of a text and where it stood. */
    record Decoded(String text, int start, int end) {}

    static List<Decoded> decode(String text) {
        List<Decoded> decoded = new ArrayList<>();
        addTags(text, decoded);
        addRuns(text, BASE64, SHORTEST_BASE64, Encodings::fromBase64, decoded);
        addRuns(text, HEXADECIMAL, SHORTEST_HEXADECIMAL, run -> fromDigits(run, 16, 2), decoded);
        addRuns(text, BINARY, SHORTEST_BINARY, run -> fromDigits(run, 2, 8), decoded);
        addRuns(text, MORSE, SHORTEST_MORSE, Morse::decode, decoded);
        Escapes.resolve(text).ifPresent(plain -> decoded.add(new Decoded(plain, 0, text.length())));
        return decoded;
    }

    private interface Decoder {
        Optional<String> decode(String run);
    }

    private static void addRuns(String text, int encoding, int shortest, Decoder decoder, List<Decoded> decoded) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && stands(text.charAt(end), encoding)) {
                end++;
            }
            if (end - at >= shortest) {
                int start = at;
                int stop = end;
                decoder.decode(text.substring(at, end))
                        .ifPresent(plain -> decoded.add(new Decoded(plain, start, stop)));
            }
            at = end + 1;
        }
    }

    private static boolean stands(char character, int encoding) {
        return character < CLASSES.length && (CLASSES[character] & encoding) != 0;
    }

    private static void addTags(String text, List<Decoded> decoded) {
        StringBuilder hidden = new StringBuilder();
        int first = -1;
        int last = -1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int ascii = text.codePointAt(at) - TAG_BLOCK;
            if (ascii >= 0x20 && ascii < 0x7F) {
                first = first < 0 ? at : first;
                last = at + 2;
                hidden.append((char) ascii);
            }
        }
        if (first >= 0) {
            decoded.add(new Decoded(hidden.toString(), first, last));
        }
    }

    private static boolean isBase64(int character) {
        return (character < 0x80 && Character.isLetterOrDigit(character))
                || character == '+'
                || character == '/'
                || character == '='
                || character == '-'
                || character == '_';
    }

    private static boolean isSpacedHexadecimal(int character) {
        return (character < 0x80 && Character.digit(character, 16) >= 0) || character == ' ';
    }

    private static boolean isSpacedBinary(int character) {
        return character == '0' || character == '1' || character == ' ';
    }

    private static Optional<String> fromBase64(String run) {
        String digits = run.replace("=", "").replace('-', '+').replace('_', '/');
        String whole = digits.substring(0, digits.length() - (digits.length() % 4 == 1 ? 1 : 0));
        try {
            return readable(Base64.getDecoder().decode(whole));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fromDigits(String run, int radix, int width) {
        String digits = run.replace(" ", "");
        byte[] bytes = new byte[digits.length() / width];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits.substring(i * width, (i + 1) * width), radix);
        }
        return readable(bytes);
    }

    /** The bytes as text when they are UTF-8 of ordinary characters, among them a good share of letters. */
    private static Optional<String> readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            long letters = text.chars().filter(Character::isLetter).count();
            boolean ordinary = text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
            return ordinary && letters * 3 >= text.length() * 2L ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
