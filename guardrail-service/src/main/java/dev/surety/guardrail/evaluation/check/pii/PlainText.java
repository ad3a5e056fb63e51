package dev.surety.guardrail.evaluation.check.pii;

import java.text.Normalizer;

/**
 * A text with the same offsets as the original, in which every digit is an ASCII digit, every dash a hyphen and every
 * blank a space, as far as one character stands for one. Beside it stands the same in small letters without accents,
 * in which words are looked for.
 */
final class PlainText {
    private final char[] characters;
    private final char[] folded;

    PlainText(String original) {
        characters = original.toCharArray();
        folded = new char[characters.length];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = plain(characters[i]);
            folded[i] = fold(characters[i]);
        }
    }

    private static char plain(char character) {
        if (character < 0x80) {
            return character;
        }
        if (Character.isDigit(character)) {
            return (char) ('0' + Character.digit(character, 10));
        }
        if (character >= 'Ａ' && character <= 'ｚ' && Character.isLetter(character)) {
            return (char) (character - 'Ａ' + 'A');
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default ->
                switch (character) {
                    case '＠' -> '@';
                    case '．', '。' -> '.';
                    case '＋' -> '+';
                    case '：' -> ':';
                    case '／' -> '/';
                    case '−' -> '-';
                    default -> character;
                };
        };
    }

    private static char fold(char character) {
        if (character < 0x80) {
            return Character.toLowerCase(character);
        }
        if (!Character.isLetter(character)) {
            return character;
        }
        String decomposed = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD);
        return Character.toLowerCase(decomposed.charAt(0));
    }

    /** {@code word} in the form in which {@link #hasWord} compares. */
    static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        word.chars().forEach(character -> folded.append(fold((char) character)));
        return folded.toString();
    }

    int length() {
        return characters.length;
    }

    char at(int index) {
        return index >= 0 && index < characters.length ? characters[index] : '\n';
    }

    /** The character at {@code index} as a small letter without accent. */
    char foldedAt(int index) {
        return index >= 0 && index < folded.length ? folded[index] : '\n';
    }

    boolean isDigit(int index) {
        char character = at(index);
        return character >= '0' && character <= '9';
    }

    boolean isAsciiLetter(int index) {
        char character = foldedAt(index);
        return at(index) < 0x80 && character >= 'a' && character <= 'z';
    }

    /** Whether a letter or a digit of any script stands at {@code index}. */
    boolean isWord(int index) {
        return Character.isLetterOrDigit(at(index));
    }

    /** Whether a word, or an abbreviation, begins at {@code index}. */
    boolean beginsWord(int index) {
        return isWord(index) && !isWord(index - 1);
    }

    /** Behind the letters and digits that begin at {@code index}. */
    int wordEnd(int index) {
        int end = index;
        while (isWord(end)) {
            end++;
        }
        return end;
    }

    /** Whether {@code word}, folded already, stands at {@code index}. */
    boolean hasWord(int index, String word) {
        if (index < 0 || index + word.length() > folded.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (folded[index + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String substring(int start, int end) {
        int from = Math.max(0, start);
        int to = Math.min(characters.length, end);
        return from >= to ? "" : new String(characters, from, to - from);
    }

    /** The small letters without accents from {@code start} to before {@code end}. */
    String foldedSubstring(int start, int end) {
        int from = Math.max(0, start);
        int to = Math.min(folded.length, end);
        return from >= to ? "" : new String(folded, from, to - from);
    }
}
