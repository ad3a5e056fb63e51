package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amounts, percentages, durations and plain numbers, alone or as a range ("3 to 5 working days"). */
final class Quantities {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Quantities() {}

    /** The quantity that begins at {@code at}, or null. */
    static @Nullable Found at(Lexemes lexemes, int at) {
        Found free = free(lexemes, at);
        if (free != null) {
            return free;
        }
        String currency = currencyBefore(lexemes, at);
        int first = currency == null ? at : at + 1;
        Set<BigDecimal> low = number(lexemes, first);
        if (low.isEmpty()) {
            return null;
        }
        int next = first + 1;
        Set<BigDecimal> high = low;
        int second = rangeEnd(lexemes, next, currency);
        if (second > 0 && sharesUnit(lexemes, at, second, currency)) {
            high = number(lexemes, second);
            next = second + 1;
        }
        return measured(lexemes, at, next, range(low, high), currency);
    }

    private static @Nullable Found free(Lexemes lexemes, int at) {
        int last = at;
        if (lexemes.isWord(at, Grammar.FREE)) {
            last = at + 1;
        } else if (lexemes.isWord(at, "sans") && lexemes.isWord(at + 1, "frais")) {
            last = at + 2;
        } else if (lexemes.isWord(at, "free") && lexemes.isWord(at + 1, "of") && lexemes.isWord(at + 2, "charge")) {
            last = at + 3;
        }
        return last > at ? new Found(Kind.MONEY, CurrencyNames.ANY, Set.of(Value.of(BigDecimal.ZERO)), at, last) : null;
    }

    private static int rangeEnd(Lexemes lexemes, int at, @Nullable String currency) {
        if (!lexemes.isRange(at)) {
            return -1;
        }
        boolean again = currency != null && currency.equals(currencyBefore(lexemes, at + 1));
        int second = again ? at + 2 : at + 1;
        return number(lexemes, second).isEmpty() ? -1 : second;
    }

    /** A first number counts what the second counts only when a unit, a sign or a currency shows it. */
    private static boolean sharesUnit(Lexemes lexemes, int at, int second, @Nullable String currency) {
        return currency != null || measured(lexemes, at, second + 1, Set.of(), null) != null;
    }

    /** What the number before {@code next} counts; null for a number that is no claim. */
    private static @Nullable Found measured(
            Lexemes lexemes, int first, int next, Set<Value> values, @Nullable String currency) {
        Found amount = amount(lexemes, first, next, values, currency);
        if (amount != null) {
            return amount;
        }
        int percent = percentEnd(lexemes, next);
        if (percent > 0) {
            return new Found(Kind.PERCENTAGE, "", values, first, percent);
        }
        Found duration = Durations.at(lexemes, first, next, values);
        return duration != null ? duration : PlainNumbers.at(lexemes, first, next, values);
    }

    private static @Nullable Found amount(
            Lexemes lexemes, int first, int next, Set<Value> values, @Nullable String currency) {
        BigDecimal multiplier = multiplier(lexemes, next);
        Set<Value> scaled = Value.scaled(values, multiplier);
        int unit = multiplier.compareTo(BigDecimal.ONE) == 0 ? next : next + 1;
        if (currency != null) {
            return new Found(Kind.MONEY, currency, scaled, first, unit);
        }
        // "20,- €"
        boolean dashed =
                lexemes.isSymbol(unit, ",") && (lexemes.isSymbol(unit + 1, "-") || lexemes.isSymbol(unit + 1, "–"));
        unit += dashed ? 2 : 0;
        Lexeme behind = lexemes.get(unit);
        String code = behind.isNumber() ? null : CurrencyNames.code(behind.text());
        if (code != null) {
            return new Found(Kind.MONEY, code, scaled, first, unit + 1);
        }
        return behind.isWord() && CurrencyNames.isHundredth(behind.text())
                ? new Found(Kind.MONEY, CurrencyNames.ANY, Value.scaled(values, HUNDREDTH), first, unit + 1)
                : null;
    }

    private static @Nullable String currencyBefore(Lexemes lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        boolean sign = !lexeme.isNumber() && lexemes.isNumber(at + 1);
        boolean symbolOrCode = sign && (!lexeme.isWord() || CurrencyNames.isCode(lexeme.text()));
        return symbolOrCode ? CurrencyNames.code(lexeme.text()) : null;
    }

    /** The values of the number at {@code at}, also when it is a word before a unit of time; empty otherwise. */
    private static Set<BigDecimal> number(Lexemes lexemes, int at) {
        return lexemes.isNumber(at) ? Numerals.values(lexemes.get(at).text()) : Durations.numberWord(lexemes, at);
    }

    private static BigDecimal multiplier(Lexemes lexemes, int at) {
        if (lexemes.isWord(at, Grammar.THOUSAND)) {
            return new BigDecimal(1_000);
        }
        if (lexemes.isWord(at, Grammar.MILLION)) {
            return new BigDecimal(1_000_000);
        }
        return lexemes.isWord(at, Grammar.BILLION) ? new BigDecimal(1_000_000_000) : BigDecimal.ONE;
    }

    private static int percentEnd(Lexemes lexemes, int at) {
        if (lexemes.isSymbol(at, "%") || lexemes.isWord(at, Grammar.PERCENT)) {
            return at + 1;
        }
        boolean inTwoWords =
                lexemes.isWord(at + 1, "cent") && (lexemes.isWord(at, "per") || lexemes.isWord(at, "pour"));
        return inTwoWords ? at + 2 : -1;
    }

    private static Set<Value> range(Set<BigDecimal> low, Set<BigDecimal> high) {
        if (low.equals(high)) {
            return low.stream().map(Value::of).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<Value> values = new LinkedHashSet<>();
        for (BigDecimal from : low) {
            for (BigDecimal to : high) {
                // "29 to 15 days before": counted towards a day.
                values.add(new Value(from.min(to), from.max(to)));
            }
        }
        return values;
    }
}
