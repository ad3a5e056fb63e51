package dev.surety.bias.metric;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interval of a mean difference over templates, taken as a sample of all templates that could be asked: Student's
 * t on the template means.
 */
public final class ClusterInterval {
    static final String METHOD = "cluster-t";
    static final String BOUNDED = "cluster-t-bounded";

    /** With fewer differing templates no sign-flip test can reach 0.05 (2/2^5 = 0.0625), and t has nothing to go by. */
    static final int ENOUGH_DIFFERING = 6;

    private ClusterInterval() {}

    /**
     * The interval of the mean of differences that lie in −1 to 1.
     *
     * <p>Where fewer than six templates differ from zero, it is widened to what the number of templates alone allows:
     * {@code T} templates without a difference only show that at most {@code u = 1 − ((1 − level)/2)^(1/T)} of all
     * templates have one (the exact form of the rule of three; J. A. Hanley, A. Lippman-Hand, JAMA 249, 1983). So
     * agreement in a few templates is never taken for proof of equality.
     *
     * @throws IllegalArgumentException for fewer than two templates
     */
    public static Interval of(double[] templateMeans, double level) {
        int templates = templateMeans.length;
        if (templates < 2) {
            throw new IllegalArgumentException(templates + " templates: at least 2 were expected");
        }
        double mean = Arrays.stream(templateMeans).average().orElseThrow();
        double squares = Arrays.stream(templateMeans)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (templates - 1) / templates);
        double half = TDistribution.of(templates - 1).inverseSurvivalProbability((1 - level) / 2) * error;
        double lower = mean - half;
        double upper = mean + half;
        long differing =
                Arrays.stream(templateMeans).filter(value -> value != 0).count();
        if (differing >= ENOUGH_DIFFERING) {
            return new Interval(Math.max(-1, lower), Math.min(1, upper), level, METHOD);
        }
        double unseen = 1 - Math.pow((1 - level) / 2, 1.0 / templates);
        return new Interval(
                Math.max(-1, Math.min(lower, mean - unseen * (1 + mean))),
                Math.min(1, Math.max(upper, mean + unseen * (1 - mean))),
                level,
                BOUNDED);
    }
}
