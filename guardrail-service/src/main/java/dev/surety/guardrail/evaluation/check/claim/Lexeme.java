package dev.surety.guardrail.evaluation.check.claim;

/**
 * The smallest part of a text that claims are read from.
 *
 * @param text a word in its plain form, a number as written, or one symbol
 * @param attached whether nothing stands between this and the lexeme before
 * @param sentence the number of its sentence
 */
record Lexeme(Kind kind, String text, int start, int end, boolean attached, int sentence) {
    enum Kind {
        NUMBER,
        WORD,
        SYMBOL
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean is(String symbolOrWord) {
        return kind != Kind.NUMBER && text.equals(symbolOrWord);
    }
}
