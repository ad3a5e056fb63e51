package dev.surety.guardrail.evaluation.check.injection;

/** Digits that stand for letters, as in {@code 1gn0r3}. */
final class Lookalikes {
    private static final String DIGITS = "0134578";
    private static final String LETTERS = "oieastb";

    private Lookalikes() {}

    /** {@code word} with its digits read as letters; the word itself when it has no letter or no such digit. */
    static String lettersForDigits(String word) {
        if (word.chars().noneMatch(Character::isLetter) || word.chars().noneMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return word;
        }
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            int digit = DIGITS.indexOf(character);
            letters.append(digit < 0 ? character : LETTERS.charAt(digit));
        }
        return letters.toString();
    }
}
