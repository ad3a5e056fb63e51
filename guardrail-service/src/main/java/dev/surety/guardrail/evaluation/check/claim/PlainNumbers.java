package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader.Found;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers that count things, told from those that only name something: orders, steps, versions, years, list items. */
final class PlainNumbers {
    private static final int LONGEST = 6;
    private static final int LONGEST_GROUPED = 9;

    private PlainNumbers() {}

    /** The number from {@code first} to before {@code next}, or null when it is only a name. */
    static @Nullable Found at(Lexemes lexemes, int first, int next, Set<Value> values) {
        boolean name = !lexemes.isNumber(first)
                || isCode(lexemes, first, next)
                || isNamed(lexemes, first)
                || isListItem(lexemes, first, next)
                || isPartOfWord(lexemes, next)
                || isYear(lexemes.get(first).text());
        return name ? null : new Found(Kind.NUMBER, "", values, first, next);
    }

    /** Long, beginning with zero, or beside another number: an order, a telephone number, an account. */
    private static boolean isCode(Lexemes lexemes, int first, int next) {
        String number = lexemes.get(first).text();
        boolean digits = number.chars().allMatch(Character::isDigit);
        boolean code = digits && (number.length() > LONGEST || (number.length() > 1 && number.startsWith("0")));
        return code
                || number.chars().filter(Character::isDigit).count() > LONGEST_GROUPED
                || lexemes.isNumber(first - 1)
                || lexemes.isNumber(next);
    }

    private static boolean isNamed(Lexemes lexemes, int first) {
        Lexeme before = lexemes.get(first - 1);
        if (before.isWord()) {
            return NumberWords.isLabel(before.text()) || lexemes.get(first).attached();
        }
        return switch (before.text()) {
            case "#", "§", "/", "°" -> true;
            case "-" -> before.attached();
            default -> false;
        };
    }

    private static boolean isListItem(Lexemes lexemes, int first, int next) {
        boolean opens = lexemes.get(first - 1).sentence() != lexemes.get(first).sentence();
        return opens && (lexemes.isSymbol(next, ".") || lexemes.isSymbol(next, ")"));
    }

    private static boolean isPartOfWord(Lexemes lexemes, int next) {
        Lexeme behind = lexemes.get(next);
        return lexemes.isSymbol(next, "/") || (behind.isWord() && behind.attached());
    }

    private static boolean isYear(String number) {
        return number.length() == 4 && (number.startsWith("19") || number.startsWith("20"));
    }

    /** A number in words that counts what follows: "five passengers", and "one" where the words before insist on it. */
    static @Nullable Found spelled(Lexemes lexemes, int at) {
        BigDecimal value =
                lexemes.get(at).isWord() ? NumberWords.value(lexemes.get(at).text()) : null;
        if (value == null || !lexemes.get(at + 1).isWord()) {
            return null;
        }
        boolean several = value.compareTo(BigDecimal.ONE) > 0 && !lexemes.isWord(at, "due");
        boolean insists = value.compareTo(BigDecimal.ONE) == 0 && lexemes.isWord(at - 1, Grammar.BEFORE_ONE);
        boolean hundredth = lexemes.isWord(at, "cent");
        return (several || insists) && !hundredth
                ? new Found(Kind.NUMBER, "", Set.of(Value.of(value)), at, at + 1)
                : null;
    }
}
