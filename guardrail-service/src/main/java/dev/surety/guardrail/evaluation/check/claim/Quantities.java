package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import dev.surety.guardrail.evaluation.check.claim.TimeUnits.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Amounts, percentages, durations and plain numbers, alone or as a range ("3 to 5 working days"). */
final class Quantities {
    private static final Set<String> RANGE = Set.of("-", "–", "—", "to", "bis", "a", "and", "und", "et", "through");
    private static final Set<String> FREE = Set.of(
            "kostenlos",
            "kostenlose",
            "kostenlosen",
            "kostenfrei",
            "gebuhrenfrei",
            "gratis",
            "gratuit",
            "gratuite",
            "gratuitement");
    private static final Set<String> WORKING = Set.of("business", "working", "bank", "banking");
    private static final Set<String> WORKING_BEHIND =
            Set.of("ouvres", "ouvrables", "ouvre", "ouvrable", "habiles", "lavorativi");
    private static final Set<String> BEFORE_DURATION = Set.of(
            "within",
            "in",
            "for",
            "after",
            "of",
            "least",
            "about",
            "is",
            "takes",
            "innerhalb",
            "binnen",
            "nach",
            "fur",
            "von",
            "mindestens",
            "etwa",
            "betragt",
            "dauert",
            "sous",
            "pendant",
            "dans",
            "apres",
            "d",
            "de",
            "'",
            "’");
    private static final Set<String> TIMES =
            Set.of("mal", "einmal", "zweimal", "fois", "prozent", "cent", "pro", "par");
    private static final int LONGEST_PLAIN = 6;
    private static final int LONGEST_GROUPED = 9;

    private Quantities() {}

    /** The claim that begins at {@code at}, or null. */
    static @Nullable Found at(List<Lexeme> lexemes, int at) {
        Found date = Dates.at(lexemes, at);
        if (date != null) {
            return date;
        }
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
        if (second > 0 && counts(lexemes, at, second, currency)) {
            high = number(lexemes, second);
            next = second + 1;
        }
        return measured(lexemes, at, next, range(low, high), currency);
    }

    private static @Nullable Found free(List<Lexeme> lexemes, int at) {
        boolean free = lexemes.get(at).isWord() && FREE.contains(lexemes.get(at).text());
        int last = at + 1;
        if (lexemes.get(at).is("free") && word(lexemes, at + 1, "of") && word(lexemes, at + 2, "charge")) {
            free = true;
            last = at + 3;
        } else if ((lexemes.get(at).is("sans") && word(lexemes, at + 1, "frais"))) {
            free = true;
            last = at + 2;
        }
        return free ? new Found(Kind.MONEY, CurrencyNames.ANY, Set.of(Value.of(BigDecimal.ZERO)), at, last) : null;
    }

    /** A first number counts what the second counts only when a unit, a sign or a currency shows it. */
    private static boolean counts(List<Lexeme> lexemes, int at, int second, @Nullable String currency) {
        return currency != null || measured(lexemes, at, second + 1, Set.of(), null) != null;
    }

    /** Whether a word or a dash that joins two ends of a range stands at {@code at}. */
    static boolean isRange(List<Lexeme> lexemes, int at) {
        return at < lexemes.size() && RANGE.contains(lexemes.get(at).text());
    }

    private static int rangeEnd(List<Lexeme> lexemes, int at, @Nullable String currency) {
        if (at + 1 >= lexemes.size() || !isRange(lexemes, at)) {
            return -1;
        }
        boolean again = currency != null && currency.equals(currencyBefore(lexemes, at + 1));
        int second = again ? at + 2 : at + 1;
        return number(lexemes, second).isEmpty() ? -1 : second;
    }

    /** What the number before {@code next} counts; null for a number that is no claim. */
    private static @Nullable Found measured(
            List<Lexeme> lexemes, int first, int next, Set<Value> values, @Nullable String currency) {
        int unit = next;
        BigDecimal multiplier = multiplier(lexemes, unit);
        unit += multiplier.compareTo(BigDecimal.ONE) == 0 ? 0 : 1;
        Set<Value> scaled = scale(values, multiplier);
        if (currency != null) {
            return new Found(Kind.MONEY, currency, scaled, first, unit);
        }
        // "20,- €"
        boolean dashed =
                symbol(lexemes, unit, ",") && (symbol(lexemes, unit + 1, "-") || symbol(lexemes, unit + 1, "–"));
        unit += dashed ? 2 : 0;
        String behind = unit < lexemes.size() && !lexemes.get(unit).isNumber()
                ? lexemes.get(unit).text()
                : "";
        String code = CurrencyNames.code(behind);
        if (code != null) {
            return new Found(Kind.MONEY, code, scaled, first, unit + 1);
        }
        if (CurrencyNames.isHundredth(behind)) {
            return new Found(Kind.MONEY, CurrencyNames.ANY, scale(values, new BigDecimal("0.01")), first, unit + 1);
        }
        int percent = percentEnd(lexemes, next);
        if (percent > 0) {
            return new Found(Kind.PERCENTAGE, "", values, first, percent);
        }
        Found duration = duration(lexemes, first, next, values);
        return duration != null ? duration : plain(lexemes, first, next, values);
    }

    private static @Nullable Found duration(List<Lexeme> lexemes, int first, int next, Set<Value> values) {
        int at = symbol(lexemes, next, "-") ? next + 1 : next;
        boolean working =
                at < lexemes.size() && WORKING.contains(lexemes.get(at).text());
        boolean qualified = working || word(lexemes, at, "calendar") || word(lexemes, at, "full");
        int unitAt = qualified ? at + 1 : at;
        Unit unit = unitAt < lexemes.size() && lexemes.get(unitAt).isWord()
                ? TimeUnits.of(lexemes.get(unitAt).text())
                : null;
        if (unit == null) {
            return null;
        }
        boolean behind = unitAt + 1 < lexemes.size()
                && WORKING_BEHIND.contains(lexemes.get(unitAt + 1).text());
        if (working || behind) {
            return new Found(Kind.DURATION, "workdays", values, first, unitAt + (behind ? 2 : 1));
        }
        return new Found(Kind.DURATION, unit.family(), scale(values, unit.factor()), first, unitAt + 1);
    }

    private static @Nullable Found plain(List<Lexeme> lexemes, int first, int next, Set<Value> values) {
        Lexeme number = lexemes.get(first);
        boolean code = !number.isNumber()
                || number.text().chars().filter(Character::isDigit).count() > LONGEST_GROUPED
                || isNumber(lexemes, first - 1)
                || isNumber(lexemes, next)
                || (number.text().chars().allMatch(Character::isDigit)
                        && (number.text().length() > LONGEST_PLAIN
                                || (number.text().length() > 1 && number.text().startsWith("0"))));
        Lexeme before = first > 0 ? lexemes.get(first - 1) : null;
        boolean named = before != null
                && (before.is("#")
                        || before.is("§")
                        || before.is("/")
                        || before.is("°")
                        || (before.isWord() && NumberWords.isLabel(before.text()))
                        || (before.isWord() && number.attached())
                        || (before.is("-") && before.attached()));
        boolean listed = (before == null || before.sentence() != number.sentence())
                && (symbol(lexemes, next, ".") || symbol(lexemes, next, ")"));
        boolean hyphenated = symbol(lexemes, next, "/")
                || (next < lexemes.size()
                        && lexemes.get(next).isWord()
                        && lexemes.get(next).attached());
        boolean year = number.text().length() == 4
                && (number.text().startsWith("19") || number.text().startsWith("20"));
        return code || named || listed || hyphenated || year ? null : new Found(Kind.NUMBER, "", values, first, next);
    }

    private static @Nullable String currencyBefore(List<Lexeme> lexemes, int at) {
        Lexeme lexeme = lexemes.get(at);
        boolean sign = !lexeme.isNumber()
                && at + 1 < lexemes.size()
                && lexemes.get(at + 1).isNumber();
        boolean symbolOrCode = sign && (!lexeme.isWord() || CurrencyNames.isCode(lexeme.text()));
        return symbolOrCode ? CurrencyNames.code(lexeme.text()) : null;
    }

    /** The values of the number at {@code at}, also when it is a word before a unit of time; empty otherwise. */
    private static Set<BigDecimal> number(List<Lexeme> lexemes, int at) {
        if (at >= lexemes.size()) {
            return Set.of();
        }
        Lexeme lexeme = lexemes.get(at);
        if (lexeme.isNumber()) {
            return Numerals.values(lexeme.text());
        }
        BigDecimal value = lexeme.isWord() ? NumberWords.value(lexeme.text()) : null;
        boolean counts = value != null
                && duration(lexemes, at, at + 1, Set.of()) != null
                && (value.compareTo(BigDecimal.ONE) > 0 || lexeme.is("one") || lasts(lexemes, at));
        boolean range = value != null
                && at + 2 < lexemes.size()
                && RANGE.contains(lexemes.get(at + 1).text())
                && value.compareTo(BigDecimal.ONE) > 0
                && duration(lexemes, at + 2, at + 3, Set.of()) != null;
        return value != null && (counts || range) ? Set.of(value) : Set.of();
    }

    /** In "£10 a month", "twice a week" and "a day pass" the article counts nothing. */
    private static boolean lasts(List<Lexeme> lexemes, int article) {
        Lexeme before = article > 0 ? lexemes.get(article - 1) : null;
        if (before != null && BEFORE_DURATION.contains(before.text())) {
            return true;
        }
        boolean english = lexemes.get(article).is("a") || lexemes.get(article).is("an");
        return !english
                && (before == null
                        || (before.isWord()
                                && CurrencyNames.code(before.text()) == null
                                && !TIMES.contains(before.text())));
    }

    private static BigDecimal multiplier(List<Lexeme> lexemes, int at) {
        if (at >= lexemes.size() || !lexemes.get(at).isWord()) {
            return BigDecimal.ONE;
        }
        return switch (lexemes.get(at).text()) {
            case "thousand", "tausend", "mille" -> new BigDecimal(1000);
            case "million", "millions", "millionen", "mio" -> new BigDecimal(1_000_000);
            case "billion", "milliarde", "milliarden", "mrd", "milliard", "milliards" -> new BigDecimal(1_000_000_000);
            default -> BigDecimal.ONE;
        };
    }

    private static int percentEnd(List<Lexeme> lexemes, int at) {
        if (symbol(lexemes, at, "%") || word(lexemes, at, "percent") || word(lexemes, at, "prozent")) {
            return at + 1;
        }
        boolean twoWords = (word(lexemes, at, "per") && word(lexemes, at + 1, "cent"))
                || (word(lexemes, at, "pour") && word(lexemes, at + 1, "cent"));
        return twoWords ? at + 2 : -1;
    }

    private static Set<Value> range(Set<BigDecimal> low, Set<BigDecimal> high) {
        if (low.equals(high)) {
            return low.stream().map(Value::of).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        Set<Value> values = new LinkedHashSet<>();
        for (BigDecimal from : low) {
            for (BigDecimal to : high) {
                if (from.compareTo(to) <= 0) {
                    values.add(new Value(from, to));
                }
            }
        }
        return values;
    }

    private static Set<Value> scale(Set<Value> values, BigDecimal factor) {
        return values.stream()
                .map(value -> new Value(
                        Numerals.plain(value.low().multiply(factor)),
                        Numerals.plain(value.high().multiply(factor))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isNumber(List<Lexeme> lexemes, int at) {
        return at >= 0 && at < lexemes.size() && lexemes.get(at).isNumber();
    }

    private static boolean symbol(List<Lexeme> lexemes, int at, String symbol) {
        return at < lexemes.size()
                && lexemes.get(at).is(symbol)
                && !lexemes.get(at).isWord();
    }

    private static boolean word(List<Lexeme> lexemes, int at, String word) {
        return at < lexemes.size()
                && lexemes.get(at).isWord()
                && lexemes.get(at).is(word);
    }
}
