package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the claims of a text: each number is taken as a date, a time, an amount, a percentage, a duration or a plain
 * number, whichever its surroundings say first. Numbers that only name something (steps, orders, versions) are no
 * claims. Compound number words ("twenty-one") and years alone are not read.
 */
public final class ClaimReader {
    private static final int CONTEXT = 9;

    private final CommonWords common;
    private final Concepts concepts = new Concepts();

    /** A reader that leaves {@code common} words out of contexts. */
    public ClaimReader(CommonWords common) {
        this.common = common;
    }

    /** The claims of {@code text}, in order. */
    public List<Claim> read(String text) {
        List<Lexeme> lexemes = Lexer.read(text);
        List<Claim> claims = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size()) {
            Found found = Quantities.at(lexemes, at);
            if (found == null) {
                at++;
            } else {
                claims.add(new Claim(
                        found.kind(),
                        found.unit(),
                        found.values(),
                        lexemes.get(found.first()).start(),
                        lexemes.get(found.last() - 1).end(),
                        context(lexemes, found)));
                at = found.last();
            }
        }
        return List.copyOf(claims);
    }

    /** The words of the same sentence that stand near the claim, without common words, numbers and units. */
    private Set<String> context(List<Lexeme> lexemes, Found found) {
        Set<String> context = new HashSet<>();
        int sentence = lexemes.get(found.first()).sentence();
        for (int step = -1; step <= 1; step += 2) {
            int words = 0;
            int at = step < 0 ? found.first() - 1 : found.last();
            while (at >= 0 && at < lexemes.size() && words < CONTEXT && lexemes.get(at).sentence() == sentence) {
                Lexeme lexeme = lexemes.get(at);
                if (lexeme.isWord() && tells(lexeme.text())) {
                    words++;
                    context.addAll(concepts.of(lexeme.text()));
                }
                at += step;
            }
        }
        return context;
    }

    private boolean tells(String word) {
        return !common.contains(word)
                && NumberWords.value(word) == null
                && TimeUnits.of(word) == null
                && CurrencyNames.code(word) == null;
    }

    /** A claim among lexemes: from {@code first} to before {@code last}. */
    record Found(Kind kind, String unit, Set<Value> values, int first, int last) {}
}
