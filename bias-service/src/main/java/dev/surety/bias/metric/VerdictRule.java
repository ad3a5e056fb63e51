package dev.surety.bias.metric;

/**
 * Turns evidence into a verdict. Sealed: there is one rule for differences and one for ratios, and both demand
 * statistical and practical significance for FAIL, and evidence of equivalence for PASS.
 */
public sealed interface VerdictRule permits DifferenceRule, RatioRule {
    /** The level of significance, after correction for the family. */
    double alpha();

    /** What the evidence says of the two groups. */
    default Ruling judge(Contrast contrast, Evidence evidence) {
        return switch (evidence) {
            case Evidence.Insufficient insufficient -> new Ruling(Verdict.INCONCLUSIVE, insufficient.reasons());
            case Evidence.Measured measured -> judgeMeasured(contrast, measured);
        };
    }

    /** The verdict on numbers. */
    Ruling judgeMeasured(Contrast contrast, Evidence.Measured measured);
}
