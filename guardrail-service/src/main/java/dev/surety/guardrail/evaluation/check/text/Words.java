package dev.surety.guardrail.evaluation.check.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words and sentences. Apostrophes and hyphens separate words, so {@code don't} and {@code l'avocat}
 * are two words each, in texts as in patterns. A full stop ends a sentence when white space follows and what stands
 * before it is not a number or a single letter ({@code 3. März}, {@code z. B.}).
 */
public final class Words {
    /** Longer runs are no words of any language; they are cut so that no step depends on the length of a run. */
    static final int LONGEST = 64;

    private Words() {}

    /** The words of {@code text}, in order. */
    public static List<Word> of(String text) {
        return SharedReading.words(text);
    }

    /** The words of a text that is folded already, in order. */
    public static List<Word> of(FoldedText text) {
        List<Word> words = new ArrayList<>(text.length() / 6 + 4);
        int sentence = 0;
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            if (isWordCharacter(character)) {
                int end = wordEnd(text, at);
                words.add(
                        new Word(text.substring(at, end), text.originalStart(at), text.originalEnd(end - 1), sentence));
                at = end;
            } else {
                if (endsSentence(text, at, words)) {
                    sentence++;
                }
                at++;
            }
        }
        return words;
    }

    /** A run of letters in its plain form; empty when it has none. */
    public static String plain(String letters) {
        if (isAscii(letters)) {
            return letters.toLowerCase(Locale.ROOT);
        }
        FoldedText folded = FoldedText.of(letters);
        return folded.substring(0, folded.length());
    }

    private static boolean isAscii(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static int wordEnd(FoldedText text, int start) {
        int end = start + 1;
        while (end < text.length() && end - start < LONGEST && isWordCharacter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordCharacter(char character) {
        return Character.isLetterOrDigit(character);
    }

    private static boolean endsSentence(FoldedText text, int at, List<Word> words) {
        return switch (text.charAt(at)) {
            case '\n', '!', '?', '。', ';' -> true;
            case '.' -> followedBySpace(text, at) && !abbreviates(words);
            default -> false;
        };
    }

    private static boolean followedBySpace(FoldedText text, int at) {
        return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
    }

    private static boolean abbreviates(List<Word> words) {
        if (words.isEmpty()) {
            return false;
        }
        String last = words.getLast().text();
        return last.length() == 1 || (last.length() <= 2 && Character.isDigit(last.charAt(0)));
    }
}
