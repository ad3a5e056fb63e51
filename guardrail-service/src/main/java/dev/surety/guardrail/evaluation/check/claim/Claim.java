package dev.surety.guardrail.evaluation.check.claim;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A number, amount, date, time, duration or percentage that a text states.
 *
 * @param unit what the value counts: a currency, a family of time units, or empty; values of different units are never
 *     compared
 * @param values the possible readings; two claims agree when they share one
 * @param start where it stands in the original text
 * @param spelled whether it is a plain number in words ("five passengers"): sure enough to support or to contradict,
 *     but not to be missed
 * @param context the plain words around it, by which claims about the same thing are recognised
 */
public record Claim(
        Kind kind, String unit, Set<Value> values, int start, int end, boolean spelled, Set<String> context) {
    public Claim {
        values = Set.copyOf(values);
        context = Set.copyOf(context);
    }

    /** What is claimed. */
    public enum Kind {
        MONEY,
        PERCENTAGE,
        DURATION,
        DATE,
        TIME,
        NUMBER
    }

    /** A value, or the range between two; dates are written as numbers, with 0 for a part that is not said. */
    public record Value(BigDecimal low, BigDecimal high) {
        static Value of(BigDecimal value) {
            return new Value(value, value);
        }

        /** Each of {@code values} times {@code factor}. */
        static Set<Value> scaled(Set<Value> values, BigDecimal factor) {
            return values.stream()
                    .map(value -> new Value(
                            Numerals.plain(value.low.multiply(factor)), Numerals.plain(value.high.multiply(factor))))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        boolean agrees(Value other) {
            boolean same = low.compareTo(other.low) == 0 && high.compareTo(other.high) == 0;
            boolean single = low.compareTo(high) == 0;
            return same || (single && other.low.compareTo(low) <= 0 && low.compareTo(other.high) <= 0);
        }
    }

    /** Whether the same kind of thing is counted, so that one could support or contradict the other. */
    public boolean isComparable(Claim other) {
        return kind == other.kind
                && (unit.equals(other.unit) || unit.equals(CurrencyNames.ANY) || other.unit.equals(CurrencyNames.ANY));
    }

    /** Whether a text that states {@code source} supports this claim: the same value, or one inside its range. */
    public boolean isSupportedBy(Claim source) {
        if (!isComparable(source)) {
            return false;
        }
        return kind == Kind.DATE
                ? values.stream()
                        .anyMatch(value -> source.values.stream().anyMatch(other -> DateValue.agree(value, other)))
                : values.stream().anyMatch(value -> source.values.stream().anyMatch(value::agrees));
    }

    /**
     * Whether this claim and {@code source}, said of the same thing, cannot both be true: another value of the same
     * kind, a length of time in other units that is clearly shorter or longer, or the same figure in another currency.
     */
    public boolean opposes(Claim source) {
        if (kind != source.kind || isSupportedBy(source)) {
            return false;
        }
        return switch (kind) {
            case MONEY -> isComparable(source) || values.equals(source.values);
            case DURATION -> isComparable(source) || TimeUnits.clearlyDiffer(this, source);
            case NUMBER ->
                context.stream().anyMatch(word -> ClaimReader.isCounted(word) && source.context.contains(word));
            case PERCENTAGE, DATE, TIME -> true;
        };
    }
}
