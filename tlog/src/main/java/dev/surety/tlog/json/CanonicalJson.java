package dev.surety.tlog.json;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in its canonical form (RFC 8785, JCS) as UTF-8: keys sorted by UTF-16 code units, no white space, each
 * value in its one spelling. Values are strings, booleans, integers between -(2^53-1) and 2^53-1, lists and maps with
 * string keys. Anything else is refused: null, floating point (whose spelling readers disagree on), larger integers
 * (which readers round) and lone surrogates (which have no UTF-8 form).
 */
public final class CanonicalJson {
    private static final long LARGEST_INTEGER = (1L << 53) - 1;
    private static final int DEEPEST = 64;
    private static final int INITIAL_CAPACITY = 1024;
    private static final byte[] HEX_DIGITS = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int length;

    private CanonicalJson() {}

    /**
     * The canonical bytes of an object.
     *
     * @throws IllegalArgumentException when a value has no canonical form here; the message names the value's place
     */
    public static byte[] bytes(Map<String, ?> object) {
        CanonicalJson json = new CanonicalJson();
        json.writeObject(object, "", 0);
        return Arrays.copyOf(json.buffer, json.length);
    }

    private void writeValue(@Nullable Object value, String place, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested deeper than " + DEEPEST + " levels at " + place);
        }
        switch (value) {
            case String text -> writeString(text, place);
            case Boolean bool -> writeAscii(bool.toString());
            case Integer number -> writeAscii(number.toString());
            case Long number -> writeInteger(number, place);
            case Map<?, ?> object -> writeObject(object, place, depth);
            case Collection<?> array -> writeArray(array, place, depth);
            case null -> throw new IllegalArgumentException("null at " + place + ": leave the member out instead");
            default ->
                throw new IllegalArgumentException(value.getClass().getName() + " at " + place
                        + ": a string, boolean, integer, list or map was expected");
        }
    }

    private void writeObject(Map<?, ?> object, String place, int depth) {
        String[] keys = new String[object.size()];
        int count = 0;
        for (Object key : object.keySet()) {
            if (!(key instanceof String text)) {
                throw new IllegalArgumentException("a key of the object at \"" + place + "\" is not a string");
            }
            keys[count++] = text;
        }
        // String compares UTF-16 code units, which is the order that RFC 8785 section 3.2.3 asks for.
        Arrays.sort(keys);
        writeByte('{');
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                writeByte(',');
            }
            String member = place + "/" + keys[i];
            writeString(keys[i], member);
            writeByte(':');
            writeValue(object.get(keys[i]), member, depth + 1);
        }
        writeByte('}');
    }

    private void writeArray(Collection<?> array, String place, int depth) {
        writeByte('[');
        int index = 0;
        for (Object value : array) {
            if (index > 0) {
                writeByte(',');
            }
            writeValue(value, place + "/" + index, depth + 1);
            index++;
        }
        writeByte(']');
    }

    private void writeInteger(long number, String place) {
        if (number > LARGEST_INTEGER || number < -LARGEST_INTEGER) {
            throw new IllegalArgumentException(
                    number + " at " + place + ": readers keep integers exact only up to 2^53-1");
        }
        writeAscii(Long.toString(number));
    }

    private void writeString(String text, String place) {
        writeByte('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                writeAsciiOfString(unit);
            } else if (!Character.isSurrogate(unit)) {
                writeCodePoint(unit);
            } else if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                writeCodePoint(Character.toCodePoint(unit, text.charAt(++i)));
            } else {
                throw new IllegalArgumentException("lone surrogate in the text at " + place);
            }
        }
        writeByte('"');
    }

    /** Escapes what RFC 8785 section 3.2.2.2 escapes, and nothing else. */
    private void writeAsciiOfString(char unit) {
        switch (unit) {
            case '"', '\\' -> writeEscape(unit);
            case '\b' -> writeEscape('b');
            case '\t' -> writeEscape('t');
            case '\n' -> writeEscape('n');
            case '\f' -> writeEscape('f');
            case '\r' -> writeEscape('r');
            default -> {
                if (unit < ' ') {
                    writeAscii("\\u00");
                    writeByte(HEX_DIGITS[unit >> 4]);
                    writeByte(HEX_DIGITS[unit & 0xF]);
                } else {
                    writeByte(unit);
                }
            }
        }
    }

    private void writeEscape(char escaped) {
        writeByte('\\');
        writeByte(escaped);
    }

    private void writeCodePoint(int codePoint) {
        if (codePoint < 0x800) {
            writeByte(0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                writeByte(0xE0 | (codePoint >> 12));
            } else {
                writeByte(0xF0 | (codePoint >> 18));
                writeByte(0x80 | ((codePoint >> 12) & 0x3F));
            }
            writeByte(0x80 | ((codePoint >> 6) & 0x3F));
        }
        writeByte(0x80 | (codePoint & 0x3F));
    }

    private void writeAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            writeByte(text.charAt(i));
        }
    }

    private void writeByte(int value) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        buffer[length++] = (byte) value;
    }
}
