package dev.surety.guardrail.evaluation.check.injection;

/** Digits that stand for letters, as in {@code 1gn0r3}. */
final class Lookalikes {
    private static final String DIGITS = "0134578";
    private static final String LETTERS = "oieastb";

    private Lookalikes() {}

    /** {@code word} with its digits read as letters; the word itself when it has no letter or no such digit. */
    static String lettersForDigits(String word) {
        boolean letter = false;
        boolean digit = false;
        for (int i = 0; i < word.length(); i++) {
            letter |= Character.isLetter(word.charAt(i));
            digit |= DIGITS.indexOf(word.charAt(i)) >= 0;
        }
        if (!letter || !digit) {
            return word;
        }
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            int imitated = DIGITS.indexOf(character);
            letters.append(imitated < 0 ? character : LETTERS.charAt(imitated));
        }
        return letters.toString();
    }
}
