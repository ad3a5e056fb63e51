package dev.surety.bias.metric;

import java.util.Optional;

/**
 * How far apart two favourable rates are, as a ratio that does not depend on which group is put on top:
 * {@code min(r, 1/r)} of {@code r = other / reference}. 1 is parity; 0.80 is the four-fifths mark of 29 CFR 1607.4(D).
 *
 * @param value the symmetric ratio, 0 to 1
 * @param raw the other group's rate divided by the reference group's; infinite when only the reference rate is zero
 */
public record ImpactRatio(double value, double raw) {
    static final String KATZ = "katz-log";

    /** The ratio of two rates; empty when a group has no outcomes or both rates are zero. */
    public static Optional<ImpactRatio> of(Proportion reference, Proportion other) {
        if (!reference.isDefined() || !other.isDefined()) {
            return Optional.empty();
        }
        return ofRates(reference.rate(), other.rate());
    }

    static Optional<ImpactRatio> ofRates(double reference, double other) {
        double larger = Math.max(reference, other);
        if (!(larger > 0)) {
            return Optional.empty();
        }
        return Optional.of(new ImpactRatio(Math.min(reference, other) / larger, other / reference));
    }

    /**
     * The log interval of the raw ratio (D. Katz et al., Biometrics 34, 1978, method C); empty when a group has no
     * favourable outcome, for which the logarithm does not exist.
     */
    public static Optional<Interval> rawInterval(Proportion reference, Proportion other, double level) {
        if (reference.favourable() == 0 || other.favourable() == 0) {
            return Optional.empty();
        }
        double logarithm = Math.log(other.rate() / reference.rate());
        double variance =
                1.0 / other.favourable() - 1.0 / other.total() + 1.0 / reference.favourable() - 1.0 / reference.total();
        double spread = Quantiles.twoSidedNormal(level) * Math.sqrt(Math.max(0, variance));
        return Optional.of(new Interval(Math.exp(logarithm - spread), Math.exp(logarithm + spread), level, KATZ));
    }

    /**
     * What an interval of the raw ratio says of the symmetric one. An interval that contains parity reaches up to 1;
     * its lower bound is the worse of the two directions.
     */
    public static Interval symmetric(Interval raw) {
        double low = fold(raw.lower());
        double high = fold(raw.upper());
        double upper = raw.contains(1) ? 1 : Math.max(low, high);
        return new Interval(Math.min(low, high), upper, raw.level(), raw.method());
    }

    private static double fold(double ratio) {
        return ratio <= 1 ? ratio : 1 / ratio;
    }
}
