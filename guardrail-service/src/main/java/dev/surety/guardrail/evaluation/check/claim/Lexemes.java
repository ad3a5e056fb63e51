package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Lexeme.Kind;
import java.util.List;

/** The lexemes of a text; what lies before the first and behind the last is nothing, and never an error. */
record Lexemes(List<Lexeme> all) {
    private static final Lexeme NOTHING = new Lexeme(Kind.SYMBOL, "", -1, -1, false, -1);

    Lexemes {
        all = List.copyOf(all);
    }

    static Lexemes of(String text) {
        return new Lexemes(Lexer.read(text));
    }

    int size() {
        return all.size();
    }

    Lexeme get(int index) {
        return index >= 0 && index < all.size() ? all.get(index) : NOTHING;
    }

    boolean isNumber(int index) {
        return get(index).isNumber();
    }

    boolean isSymbol(int index, String symbol) {
        return get(index).kind() == Kind.SYMBOL && get(index).text().equals(symbol);
    }

    boolean isWord(int index, String word) {
        return get(index).isWord() && get(index).text().equals(word);
    }

    boolean isWord(int index, Grammar part) {
        return get(index).isWord() && part.has(get(index).text());
    }

    /** Whether a word or a dash that joins the two ends of a range stands at {@code index}. */
    boolean isRange(int index) {
        return isWord(index, Grammar.RANGE) || isSymbol(index, "-") || isSymbol(index, "–") || isSymbol(index, "—");
    }
}
