package dev.surety.audit.query.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.kit.problem.Problems;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers and cursors of requests; a malformed one is a 400 that names it. */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern CURSOR = Pattern.compile("from:(0|[1-9][0-9]{0,17})");
    private static final int LONGEST_TEXT = 512;

    private Parameters() {}

    /** A whole number from 0 on. */
    static long number(String name, String text) {
        if (NUMBER.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                throw Problems.invalidValue(name, "at most " + Long.MAX_VALUE + " was expected");
            }
        }
        throw Problems.invalidValue(name, "a whole number without sign and leading zeros was expected");
    }

    /** How many entries a page has. */
    static int limit(@Nullable String text, int otherwise, int most) {
        if (text == null) {
            return otherwise;
        }
        long limit = number("limit", text);
        if (limit < 1 || limit > most) {
            throw Problems.invalidValue("limit", "1.." + most + " was expected");
        }
        return (int) limit;
    }

    /** The index that a page starts with. */
    static long cursor(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        try {
            Matcher cursor = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            if (cursor.matches()) {
                return Long.parseLong(cursor.group(1));
            }
        } catch (IllegalArgumentException malformed) {
            throw malformedCursor();
        }
        throw malformedCursor();
    }

    /** The cursor of the page that starts with this index. */
    static String cursor(long from) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("from:" + from).getBytes(UTF_8));
    }

    /** A text that is looked up; null when it is not given. */
    static @Nullable String text(String name, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            throw Problems.invalidValue(name, "1.." + LONGEST_TEXT + " characters were expected");
        }
        return text;
    }

    private static RuntimeException malformedCursor() {
        return Problems.invalidValue("cursor", "the value of 'next' of an earlier page was expected");
    }
}
