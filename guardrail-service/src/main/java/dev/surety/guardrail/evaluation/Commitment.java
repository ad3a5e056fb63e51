package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that an answer promises the customer, with the values of the promise. It carries values and a place, never
 * the text.
 *
 * @param kind what is promised, for example {@code refund}, {@code discount} or {@code deadline}
 * @param place where the answer says so
 * @param amount the money that is promised; null where none is
 * @param sharePerMille the share that is promised, a discount of 10 % being 100; null where none is
 * @param due when it is promised for; null where nothing is said
 */
public record Commitment(
        String kind,
        Finding place,
        @Nullable Money amount,
        @Nullable Integer sharePerMille,
        @Nullable Due due) {
    public Commitment {
        requireNonNull(kind, "kind");
        requireNonNull(place, "place");
    }

    /** Money in minor units, 49.90 euro being 4990 EUR (ISO 4217). */
    public record Money(long minorUnits, String currency) {
        public Money {
            requireNonNull(currency, "currency");
        }
    }

    /** When a promise is due: on a day, or within a number of days; one of the two is there. */
    public record Due(@Nullable LocalDate on, @Nullable Integer withinDays) {
        public Due {
            if ((on == null) == (withinDays == null)) {
                throw new IllegalArgumentException("due is either on a day or within a number of days");
            }
        }
    }
}
