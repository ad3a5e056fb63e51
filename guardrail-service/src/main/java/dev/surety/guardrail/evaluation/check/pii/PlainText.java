package dev.surety.guardrail.evaluation.check.pii;

import java.util.List;
import java.util.Locale;

/**
 * A text with the same offsets as the original, in which every digit is an ASCII digit, every dash a hyphen and every
 * blank a space, as far as one character stands for one.
 */
final class PlainText {
    private final char[] characters;

    PlainText(String original) {
        characters = original.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = plain(characters[i]);
        }
    }

    private static char plain(char character) {
        if (character < 0x80) {
            return character;
        }
        if (Character.isDigit(character)) {
            return (char) ('0' + Character.digit(character, 10));
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            default -> character == '＠' ? '@' : character == '．' ? '.' : character == '＋' ? '+' : character;
        };
    }

    int length() {
        return characters.length;
    }

    char at(int index) {
        return index >= 0 && index < characters.length ? characters[index] : '\n';
    }

    boolean isDigit(int index) {
        char character = at(index);
        return character >= '0' && character <= '9';
    }

    boolean isAsciiLetter(int index) {
        char character = at(index);
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    /** Whether a letter or a digit of any script stands at {@code index}. */
    boolean isWord(int index) {
        return Character.isLetterOrDigit(at(index));
    }

    String substring(int start, int end) {
        int from = Math.max(0, start);
        int to = Math.min(characters.length, end);
        return from >= to ? "" : new String(characters, from, to - from);
    }

    /** Whether one of {@code words} (in lower case) stands within the given distance before {@code start}. */
    boolean hasBefore(int start, int distance, List<String> words) {
        return nearestBefore(start, distance, words) >= 0;
    }

    /** Where the last of {@code words} (in lower case) stands within that distance before {@code start}, or -1. */
    int nearestBefore(int start, int distance, List<String> words) {
        String lower = substring(start - distance, start).toLowerCase(Locale.ROOT);
        int nearest = -1;
        for (String word : words) {
            // The beginning of a word, so that "cell" is not found in "excellent".
            int at = lower.lastIndexOf(word);
            while (at > nearest && at > 0 && Character.isLetterOrDigit(lower.charAt(at - 1))) {
                at = lower.lastIndexOf(word, at - 1);
            }
            nearest = Math.max(nearest, at);
        }
        return nearest;
    }

    /** Whether one of {@code words} (in lower case) stands within the given distance behind {@code end}. */
    boolean hasBehind(int end, int distance, List<String> words) {
        String lower = substring(end, end + distance).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
