package dev.surety.guardrail.evaluation.check.claim;

import dev.surety.guardrail.evaluation.check.claim.Claim.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Dates as numbers {@code yyyymmdd}, in which a part that is not said is 0. */
final class DateValue {
    private static final int TWO_DIGITS = 100;

    private DateValue() {}

    /** The value of a date; empty when there is no such day. */
    static Optional<Value> of(int year, int month, int day) {
        int full = year > 0 && year < TWO_DIGITS ? 2000 + year : year;
        boolean exists =
                month >= 0 && month <= 12 && day >= 0 && day <= 31 && (full == 0 || (full >= 1900 && full < 2200));
        return exists
                ? Optional.of(Value.of(BigDecimal.valueOf(full * 10_000L + month * 100L + day)))
                : Optional.empty();
    }

    /** Whether both mean the same day, month or year as far as both say it, and say at least one part alike. */
    static boolean agree(Value one, Value other) {
        int a = one.low().intValue();
        int b = other.low().intValue();
        return part(a / 10_000, b / 10_000)
                && part(a / 100 % 100, b / 100 % 100)
                && part(a % 100, b % 100)
                && sharePart(a, b);
    }

    private static boolean sharePart(int a, int b) {
        return (a / 10_000 != 0 && b / 10_000 != 0)
                || (a / 100 % 100 != 0 && b / 100 % 100 != 0)
                || (a % 100 != 0 && b % 100 != 0);
    }

    private static boolean part(int a, int b) {
        return a == 0 || b == 0 || a == b;
    }
}
