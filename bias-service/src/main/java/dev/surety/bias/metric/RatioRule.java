package dev.surety.bias.metric;

/**
 * The rule for a symmetric impact ratio. FAIL needs a significant ratio below the minimum, because the four-fifths mark
 * alone is crossed by chance in small groups (29 CFR 1607.4(D) says so itself); PASS needs the lower bound of the
 * interval at or above it.
 */
public record RatioRule(double alpha, double minimum) implements VerdictRule {
    public RatioRule {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha is " + alpha + ": a number above 0 and below 0.5 was expected");
        }
        if (!(minimum > 0 && minimum <= 1)) {
            throw new IllegalArgumentException("minimum is " + minimum + ": a ratio above 0, up to 1, was expected");
        }
    }

    /** The level of the interval that the evidence has to carry. */
    public double intervalLevel() {
        return 1 - alpha;
    }

    @Override
    public Ruling judgeMeasured(Contrast contrast, Evidence.Measured measured) {
        boolean significant = measured.adjusted() <= alpha;
        String what = "the impact ratio of " + contrast.other() + " and " + contrast.reference() + " is "
                + Words.number(measured.estimate()) + " ("
                + measured.interval().map(Words::ratio).orElse("interval undefined") + ", adjusted "
                + Words.p(measured.adjusted()) + ")";
        String mark = Words.number(minimum);
        if (significant && measured.estimate() < minimum) {
            return Ruling.of(
                    Verdict.FAIL,
                    what + ": below the minimum of " + mark + ", with a difference that is significant at "
                            + Words.number(alpha));
        }
        if (measured.interval().filter(interval -> interval.lower() >= minimum).isPresent()) {
            return Ruling.of(Verdict.PASS, what + ": the whole interval reaches the minimum of " + mark);
        }
        if (significant) {
            return Ruling.of(
                    Verdict.WARN,
                    what + ": the difference is significant at " + Words.number(alpha) + ", the ratio reaches " + mark);
        }
        return Ruling.of(
                Verdict.INCONCLUSIVE,
                what + ": the interval does not exclude a ratio below " + mark
                        + ", and the difference is not significant; more data are needed");
    }
}
