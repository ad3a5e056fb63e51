package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Kind;
import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import dev.surety.guardrail.evaluation.check.text.WordMemory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of a text: each number is taken as a date, a time, an amount, a percentage, a duration or a plain
 * number, whichever its surroundings say first. Numbers that only name something (steps, orders, versions) are no
 * claims. Compound number words ("twenty-one") and years alone are not read.
 */
public final class ClaimReader {
    /** Texts with more are tables; what stands behind is not read, so that the comparison stays bounded. */
    private static final int MOST_CLAIMS = 300;

    private static final int CONTEXT = 9;
    private static final int REACH = 40;
    private static final int COUNTED_WORDS = 3;
    /** Marks the word that a plain number counts, such as the points in "500 points". */
    private static final String COUNTED = "#";

    private final CommonWords common;
    private final Concepts concepts = new Concepts();
    private final WordMemory<Set<String>> known = new WordMemory<>(this::learn);

    /** A reader that leaves {@code common} words out of contexts. */
    public ClaimReader(CommonWords common) {
        this.common = common;
    }

    /** The first {@value #MOST_CLAIMS} claims of {@code text}, in order. */
    public List<Claim> read(String text) {
        Lexemes lexemes = Lexemes.of(text);
        List<Claim> claims = new ArrayList<>();
        int at = 0;
        while (at < lexemes.size() && claims.size() < MOST_CLAIMS) {
            Found found = find(lexemes, at);
            if (found == null) {
                at++;
            } else {
                claims.add(new Claim(
                        found.kind(),
                        found.unit(),
                        found.values(),
                        lexemes.get(found.first()).start(),
                        lexemes.get(found.last() - 1).end(),
                        !lexemes.isNumber(found.first()) && found.kind() == Kind.NUMBER,
                        context(lexemes, found)));
                at = found.last();
            }
        }
        return List.copyOf(claims);
    }

    /** Whether {@code word}, in its plain form, is a number in digits, or a number word that is no article. */
    public static boolean isNumber(String word) {
        BigDecimal value = NumberWords.value(word);
        return Character.isDigit(word.charAt(0)) || (value != null && value.compareTo(BigDecimal.ONE) > 0);
    }

    private static @Nullable Found find(Lexemes lexemes, int at) {
        Found date = Dates.at(lexemes, at);
        if (date != null) {
            return date;
        }
        Found time = lexemes.isNumber(at) ? TimesOfDay.at(lexemes, at) : null;
        Found quantity = time != null ? time : Quantities.at(lexemes, at);
        return quantity != null ? quantity : PlainNumbers.spelled(lexemes, at);
    }

    /** What each word is about; nothing for common words, numbers and units. */
    private Set<String> learn(String word) {
        return tells(word) ? Collections.unmodifiableSet(concepts.of(word)) : Set.of();
    }

    /** What the words of the same sentence that stand near the claim are about. */
    private Set<String> context(Lexemes lexemes, Found found) {
        Set<String> context = new HashSet<>();
        int sentence = lexemes.get(found.first()).sentence();
        for (int step = -1; step <= 1; step += 2) {
            int words = 0;
            int at = step < 0 ? found.first() - 1 : found.last();
            int reach = Math.max(0, at - REACH);
            int end = Math.min(lexemes.size(), at + REACH);
            while (at >= reach && at < end && words < CONTEXT && lexemes.get(at).sentence() == sentence) {
                if (lexemes.get(at).isWord()) {
                    Set<String> about = known.of(lexemes.get(at).text());
                    words += about.isEmpty() ? 0 : 1;
                    context.addAll(about);
                }
                at += step;
            }
        }
        if (found.kind() == Kind.NUMBER && lexemes.get(found.last()).isWord()) {
            context.addAll(counted(lexemes, found));
        }
        return context;
    }

    /** What a plain number counts: the words right behind it, up to the first that says nothing. */
    private Set<String> counted(Lexemes lexemes, Found found) {
        Set<String> counted = new HashSet<>();
        for (int at = found.last();
                at < found.last() + COUNTED_WORDS && lexemes.get(at).isWord();
                at++) {
            String word = lexemes.get(at).text();
            Set<String> about = known.of(word);
            if (about.isEmpty()) {
                // A unit of measurement ("kg") is too short for a concept.
                if (at == found.last() && !common.contains(word)) {
                    counted.add(COUNTED + word);
                }
                break;
            }
            about.forEach(concept -> counted.add(COUNTED + concept));
        }
        return counted;
    }

    /** Whether {@code element} of a context says what a plain number counts. */
    static boolean isCounted(String element) {
        return element.startsWith(COUNTED);
    }

    /** Whether {@code word}, in its plain form, says what a statement is about: no common word, number or unit. */
    public boolean tells(String word) {
        return !common.contains(word)
                && NumberWords.value(word) == null
                && TimeUnits.of(word) == null
                && CurrencyNames.code(word) == null;
    }

    /** A claim among lexemes: from {@code first} to before {@code last}. */
    record Found(Kind kind, String unit, Set<Value> values, int first, int last) {}
}
