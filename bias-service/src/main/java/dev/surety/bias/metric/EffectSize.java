package dev.surety.bias.metric;

/** Sizes of a difference that do not grow with the sample. */
public final class EffectSize {
    private EffectSize() {}

    /**
     * Cohen's h, signed as {@code other − reference}: the difference of the two rates after the arcsine transform
     * (J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 1988, chapter 6). 0.2 is small, 0.8 large.
     */
    public static double cohenH(Proportion reference, Proportion other) {
        return arcsine(other.rate()) - arcsine(reference.rate());
    }

    private static double arcsine(double rate) {
        return 2 * Math.asin(Math.sqrt(rate));
    }
}
