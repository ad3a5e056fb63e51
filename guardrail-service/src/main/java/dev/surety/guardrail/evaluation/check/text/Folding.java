package dev.surety.guardrail.evaluation.check.text;

import com.ibm.icu.text.SpoofChecker;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds one code point to the plain form in which words are compared: compatibility decomposition, lower case, no
 * accents, look-alike letters of other scripts as the ASCII letter they imitate (Unicode TS 39), and nothing at all for
 * what cannot be seen. Each code point is folded on its own, so every folded character knows where it came from; an
 * accent that stands as a code point of its own simply vanishes.
 */
final class Folding {
    private static final int TABLED = 0x600;
    private static final String SMALL_CAPITALS = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz";
    private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().build();
    /** Latin, Greek, Cyrillic, Armenian and Hebrew, folded beforehand; the rest is rare in our languages. */
    private static final String[] TABLE = table();

    private Folding() {}

    /** The folded form of {@code codePoint}; empty for what is invisible. A lone surrogate stays what it is. */
    static String fold(int codePoint) {
        return codePoint < TABLED ? TABLE[codePoint] : compute(codePoint);
    }

    private static String[] table() {
        String[] table = new String[TABLED];
        for (int codePoint = 0; codePoint < TABLED; codePoint++) {
            table[codePoint] = compute(codePoint);
        }
        return table;
    }

    private static String compute(int codePoint) {
        if (codePoint < 0x80) {
            return String.valueOf((char) Character.toLowerCase(codePoint));
        }
        if (isInvisible(codePoint)) {
            return "";
        }
        String character = Character.toString(codePoint);
        if (Character.getType(codePoint) == Character.SURROGATE || Character.isIdeographic(codePoint)) {
            return character;
        }
        int smallCapital = SMALL_CAPITALS.indexOf(codePoint);
        if (smallCapital >= 0) {
            return SMALL_CAPITALS.substring(smallCapital + 1, smallCapital + 2);
        }
        return plain(isForeignLetter(codePoint) ? lookalike(character) : character);
    }

    private static String plain(String character) {
        String decomposed = Normalizer.normalize(character, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(codePoint -> !isInvisible(codePoint))
                .forEach(codePoint -> plain.appendCodePoint(Character.toLowerCase(codePoint)));
        return plain.toString()
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("’", "'")
                .replace("ı", "i");
    }

    /** Format characters, marks that combine with a base, and variation selectors: none is seen by itself. */
    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isForeignLetter(int codePoint) {
        if (!Character.isLetter(codePoint)) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return script == UnicodeScript.GREEK
                || script == UnicodeScript.CYRILLIC
                || script == UnicodeScript.ARMENIAN
                || script == UnicodeScript.CHEROKEE;
    }

    private static String lookalike(String letter) {
        String skeleton = LOOKALIKES.getSkeleton(letter);
        if (isAsciiLetter(skeleton)) {
            // Capital I, small l and the digit 1 share one skeleton.
            boolean capital = Character.isUpperCase(letter.codePointAt(0));
            return capital && skeleton.equals("l") ? "i" : skeleton;
        }
        String lower = LOOKALIKES.getSkeleton(letter.toLowerCase(Locale.ROOT));
        return isAsciiLetter(lower) ? lower : letter;
    }

    private static boolean isAsciiLetter(String text) {
        return text.length() == 1 && text.charAt(0) < 0x80 && Character.isLetter(text.charAt(0));
    }
}
