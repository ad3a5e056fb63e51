package dev.surety.bias.analysis;

/**
 * The numbers that turn statistics into a verdict. They are inputs and appear in every result, because a liability
 * hangs on them.
 *
 * @param alpha level of significance after correction, above 0 and below 0.5
 * @param failMargin difference of rates from which a significant one fails, 0 to 1
 * @param equivalenceMargin difference of rates inside which the interval has to lie to pass, above 0 up to 1
 * @param minimumRatio symmetric impact ratio below which a significant one fails, above 0 up to 1
 * @param evidence how much data a verdict needs
 */
public record Thresholds(
        double alpha, double failMargin, double equivalenceMargin, double minimumRatio, Evidence evidence) {
    public Thresholds {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha is " + alpha + ": a number above 0 and below 0.5 was expected");
        }
        if (!(failMargin >= 0 && failMargin <= 1)
                || !(equivalenceMargin > 0 && equivalenceMargin <= 1)
                || !(minimumRatio > 0 && minimumRatio <= 1)) {
            throw new IllegalArgumentException("margins and ratios lie between 0 and 1");
        }
    }

    /**
     * How much data a verdict needs; less is INCONCLUSIVE.
     *
     * @param minimumGroupSize outcomes per group
     * @param minimumReferenceSize outcomes of a group that may be chosen as the reference
     * @param minimumReferenceShare share of all outcomes that such a group has
     * @param minimumTemplates templates in a paired sample
     * @param maximumMissingShare share of missing answers in a paired sample
     */
    public record Evidence(
            long minimumGroupSize,
            long minimumReferenceSize,
            double minimumReferenceShare,
            int minimumTemplates,
            double maximumMissingShare) {
        public Evidence {
            if (minimumGroupSize < 1 || minimumReferenceSize < 1 || minimumTemplates < 2) {
                throw new IllegalArgumentException("minimum sizes are at least 1, minimum templates at least 2");
            }
            if (!(minimumReferenceShare >= 0 && minimumReferenceShare <= 1)
                    || !(maximumMissingShare >= 0 && maximumMissingShare <= 1)) {
                throw new IllegalArgumentException("shares lie between 0 and 1");
            }
        }
    }
}
