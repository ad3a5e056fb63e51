package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import dev.surety.guardrail.evaluation.check.claim.TimeUnits.Unit;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Durations: a number and a unit of time behind it, perhaps of working days; also where the number is a word. */
final class Durations {
    private static final String WORKDAYS = "workdays";

    private Durations() {}

    /** The duration whose unit begins at {@code next}, or null. */
    static @Nullable Found at(Lexemes lexemes, int first, int next, Set<Value> values) {
        int at = lexemes.isSymbol(next, "-") ? next + 1 : next;
        boolean working = lexemes.isWord(at, Grammar.WORKING);
        int unitAt = working || lexemes.isWord(at, Grammar.WHOLE) ? at + 1 : at;
        Unit unit =
                lexemes.get(unitAt).isWord() ? TimeUnits.of(lexemes.get(unitAt).text()) : null;
        if (unit == null) {
            return null;
        }
        boolean behind = lexemes.isWord(unitAt + 1, Grammar.WORKING_BEHIND);
        if (working || behind) {
            return new Found(Kind.DURATION, WORKDAYS, values, first, unitAt + (behind ? 2 : 1));
        }
        return new Found(Kind.DURATION, unit.family(), Value.scaled(values, unit.factor()), first, unitAt + 1);
    }

    /** What the number word at {@code at} is worth when a duration makes a number of it. */
    static Set<BigDecimal> numberWord(Lexemes lexemes, int at) {
        BigDecimal value =
                lexemes.get(at).isWord() ? NumberWords.value(lexemes.get(at).text()) : null;
        if (value == null) {
            return Set.of();
        }
        boolean several = value.compareTo(BigDecimal.ONE) > 0;
        boolean counts = at(lexemes, at, at + 1, Set.of()) != null
                && (several || lexemes.isWord(at, "one") || articleCounts(lexemes, at));
        boolean opensRange = several && lexemes.isRange(at + 1) && at(lexemes, at + 2, at + 3, Set.of()) != null;
        return counts || opensRange ? Set.of(value) : Set.of();
    }

    /** In "£10 a month", "twice a week" and "a day pass" the article counts nothing. */
    private static boolean articleCounts(Lexemes lexemes, int article) {
        Lexeme before = lexemes.get(article - 1);
        if (lexemes.isWord(article - 1, Grammar.BEFORE_DURATION) || before.is("'") || before.is("’")) {
            return true;
        }
        boolean rate =
                !before.isWord() || CurrencyNames.code(before.text()) != null || Grammar.BEFORE_RATE.has(before.text());
        return !lexemes.isWord(article, Grammar.ENGLISH_ARTICLE) && (article == 0 || !rate);
    }
}
