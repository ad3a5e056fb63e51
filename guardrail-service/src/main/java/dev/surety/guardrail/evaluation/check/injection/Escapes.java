package dev.surety.guardrail.evaluation.check.injection;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads texts in which characters are written as escapes: percent signs as in addresses, character references of HTML,
 * and the escapes of programming languages with a backslash. Only texts with several escapes count; a single one is
 * ordinary.
 */
final class Escapes {
    private static final int LEAST_ESCAPES = 4;
    private static final int LONGEST_REFERENCE = 10;
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String text;
    private final StringBuilder plain;
    private int escapes;

    private Escapes(String text) {
        this.text = text;
        plain = new StringBuilder(text.length());
    }

    /** What {@code text} says with its escapes resolved; empty when it has hardly any. */
    static Optional<String> resolve(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return Optional.empty();
        }
        Escapes escapes = new Escapes(text);
        int at = 0;
        while (at < text.length()) {
            at = escapes.step(at);
        }
        return escapes.escapes >= LEAST_ESCAPES ? Optional.of(escapes.plain.toString()) : Optional.empty();
    }

    /** Reads one character or escape at {@code at}; where the next begins. */
    private int step(int at) {
        int next = switch (text.charAt(at)) {
            case '%' -> percent(at);
            case '&' -> reference(at);
            case '\\' -> backslash(at);
            default -> at;
        };
        if (next > at) {
            escapes++;
            return next;
        }
        plain.append(text.charAt(at));
        return at + 1;
    }

    /** Escapes in a row are bytes of UTF-8. */
    private int percent(int at) {
        int end = at;
        byte[] bytes = new byte[(text.length() - at) / 3 < 64 ? (text.length() - at) / 3 : 64];
        int length = 0;
        while (length < bytes.length && text.charAt(end) == '%' && hexadecimal(end + 1, 2) >= 0) {
            bytes[length++] = (byte) hexadecimal(end + 1, 2);
            end += 3;
            if (end >= text.length()) {
                break;
            }
        }
        plain.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        escapes += Math.max(0, length - 1);
        return end;
    }

    private int reference(int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_REFERENCE || end - at < 2) {
            return at;
        }
        String name = text.substring(at + 1, end);
        if (name.charAt(0) != '#') {
            String character = NAMED.get(name);
            plain.append(character == null ? "" : character);
            return character == null ? at : end + 1;
        }
        boolean hexadecimal = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int codePoint = hexadecimal
                ? hexadecimal(at + 3, name.length() - 2)
                : name.substring(1).chars().allMatch(c -> c >= '0' && c <= '9') && name.length() > 1
                        ? Integer.parseInt(name.substring(1))
                        : -1;
        return append(codePoint, at, end + 1);
    }

    private int backslash(int at) {
        if (at + 1 >= text.length()) {
            return at;
        }
        return switch (text.charAt(at + 1)) {
            case 'u' -> append(hexadecimal(at + 2, 4), at, at + 6);
            case 'x' -> append(hexadecimal(at + 2, 2), at, at + 4);
            default -> at;
        };
    }

    private int append(int codePoint, int at, int next) {
        if (codePoint < 0 || !Character.isValidCodePoint(codePoint)) {
            return at;
        }
        plain.appendCodePoint(codePoint);
        return next;
    }

    /** The number in {@code digits} hexadecimal digits at {@code at}; -1 when there are none. */
    private int hexadecimal(int at, int digits) {
        if (at + digits > text.length() || digits < 1 || digits > 6) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
