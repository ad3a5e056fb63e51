package dev.surety.bias.metric;

/**
 * The rule for a difference of rates. FAIL needs a significant difference of at least the fail margin; PASS needs the
 * {@code 1 − 2α} interval inside the equivalence margin, which is the two one-sided tests of D. J. Schuirmann
 * (J. Pharmacokinet. Biopharm. 15, 1987).
 */
public record DifferenceRule(double alpha, double failMargin, double equivalenceMargin) implements VerdictRule {
    public DifferenceRule {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha is " + alpha + ": a number above 0 and below 0.5 was expected");
        }
        if (!(failMargin >= 0 && failMargin <= 1 && equivalenceMargin > 0 && equivalenceMargin <= 1)) {
            throw new IllegalArgumentException("margins lie between 0 and 1");
        }
    }

    /** The level of the interval that the evidence has to carry. */
    public double intervalLevel() {
        return 1 - 2 * alpha;
    }

    @Override
    public Ruling judgeMeasured(Contrast contrast, Evidence.Measured measured) {
        boolean significant = measured.adjusted() <= alpha;
        boolean large = Math.abs(measured.estimate()) >= failMargin;
        boolean equivalent = measured.interval()
                .filter(interval -> interval.liesBetween(-equivalenceMargin, equivalenceMargin))
                .isPresent();
        String what = describe(contrast, measured);
        if (significant && large) {
            return Ruling.of(
                    Verdict.FAIL,
                    what + ", which is significant at " + Words.number(alpha) + " and at least the fail margin of "
                            + Words.points(failMargin));
        }
        if (equivalent) {
            return Ruling.of(
                    Verdict.PASS,
                    what + ", and the interval lies inside the equivalence margin of ±"
                            + Words.points(equivalenceMargin));
        }
        if (significant) {
            return Ruling.of(
                    Verdict.WARN,
                    what + ", which is significant at " + Words.number(alpha) + " but below the fail margin of "
                            + Words.points(failMargin));
        }
        return Ruling.of(
                Verdict.INCONCLUSIVE,
                what + ": not significant at " + Words.number(alpha)
                        + ", yet the interval is not inside the equivalence margin of ±"
                        + Words.points(equivalenceMargin) + "; more data are needed");
    }

    private static String describe(Contrast contrast, Evidence.Measured measured) {
        String direction = measured.estimate() == 0
                ? "as often as"
                : Words.points(Math.abs(measured.estimate()))
                        + (measured.estimate() < 0 ? " less often than " : " more often than ");
        String gap = measured.estimate() == 0 ? direction + " " : direction;
        return contrast.other() + " has the outcome " + gap + contrast.reference() + " ("
                + measured.interval().map(Words::points).orElse("interval undefined") + ", adjusted "
                + Words.p(measured.adjusted()) + ")";
    }
}
