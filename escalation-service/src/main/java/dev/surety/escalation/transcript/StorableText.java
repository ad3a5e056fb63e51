package dev.surety.escalation.transcript;

/**
 * Text as PostgreSQL and UTF-8 can hold it. Customers send what they like; a zero character or half of a surrogate pair
 * must not keep a case from being opened, so each becomes the replacement character.
 */
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    /** The same text, with everything that cannot be stored replaced. */
    public static String of(String text) {
        return isStorable(text) ? text : replaced(text);
    }

    /** Whether {@code text} can be stored as it is. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (!startsPair(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String replaced(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (startsPair(text, i)) {
                storable.append(unit).append(text.charAt(++i));
            } else {
                storable.append(unit == 0 || Character.isSurrogate(unit) ? REPLACEMENT : unit);
            }
        }
        return storable.toString();
    }

    private static boolean startsPair(String text, int index) {
        return Character.isHighSurrogate(text.charAt(index))
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1));
    }
}
