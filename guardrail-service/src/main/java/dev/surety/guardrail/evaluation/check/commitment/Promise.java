package dev.surety.guardrail.evaluation.check.commitment;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.evaluation.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One promise, as far as its own sentence says it.
 *
 * @param what {@code refund}, {@code credit}, {@code discount}, {@code replacement}, {@code callback}, {@code waiver},
 *     {@code deadline} or {@code guarantee}
 * @param amount the promised amount, or percentage; the highest where several are said; null when none is
 * @param unit the currency as ISO 4217 code, {@code %}, or empty
 * @param due an ISO 8601 duration or date ({@code --12-24} without a year), {@code P5D/working}, the name of a day such
 *     as {@code friday} or {@code tomorrow}, or empty
 * @param start where the promise stands in the answer, in UTF-16 code units
 */
public record Promise(
        String what, @Nullable BigDecimal amount, String unit, String due, int scorePerMille, int start, int end) {
    private static final int CODE = 3;
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    public Promise {
        requireNonNull(what, "what");
        requireNonNull(unit, "unit");
        requireNonNull(due, "due");
    }

    /** All of it in one line of {@code name=value}, for example {@code what=refund amount=50 unit=EUR due=friday}. */
    public String describe() {
        StringBuilder text = new StringBuilder("what=").append(what);
        if (amount != null) {
            text.append(" amount=").append(amount.toPlainString());
        }
        if (!unit.isEmpty()) {
            text.append(" unit=").append(unit);
        }
        if (!due.isEmpty()) {
            text.append(" due=").append(due);
        }
        return text.toString();
    }

    /** The same as others read it, of a promise that was made on {@code made} and stands at {@code place}. */
    public Commitment asCommitment(Finding place, LocalDate made) {
        boolean share = unit.equals("%");
        boolean money = amount != null && !share && unit.length() == CODE;
        return new Commitment(
                what,
                place,
                money ? new Commitment.Money(scaled(2), unit) : null,
                amount != null && share ? (int) scaled(1) : null,
                DueDay.of(due, made));
    }

    private long scaled(int digits) {
        BigDecimal said = requireNonNull(amount, "amount").movePointRight(digits);
        return said.min(MOST).longValue();
    }
}
