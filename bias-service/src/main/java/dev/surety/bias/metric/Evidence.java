package dev.surety.bias.metric;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a verdict is based on. Sealed, because a rule has to say for each kind what it concludes: numbers, or the reason
 * why there are none.
 */
public sealed interface Evidence {
    /**
     * An estimate with what is known of its precision.
     *
     * @param interval the interval that the rule looks at; empty where it is undefined, which rules out a pass
     * @param adjusted the p-value after the correction for the family
     */
    record Measured(double estimate, Optional<Interval> interval, double adjusted) implements Evidence {
        public Measured {
            if (!Double.isFinite(estimate) || !(adjusted >= 0 && adjusted <= 1)) {
                throw new IllegalArgumentException("estimate " + estimate + ", p " + adjusted);
            }
            requireNonNull(interval, "interval");
        }
    }

    /** Too little data for any verdict; says why, at least once. */
    record Insufficient(List<String> reasons) implements Evidence {
        public Insufficient {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("insufficient evidence has a reason");
            }
        }
    }
}
