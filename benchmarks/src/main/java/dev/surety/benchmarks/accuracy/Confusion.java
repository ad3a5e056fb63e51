package dev.surety.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The outcomes of many trials of a yes-or-no check, kept by group so that intervals resample what belongs together. */
final class Confusion {
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 20_261_123;

    private final List<Counts> groups = new ArrayList<>();

    /** Right and wrong, on either side. */
    record Counts(int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
        Counts plus(Counts other) {
            return new Counts(
                    truePositives + other.truePositives,
                    falsePositives + other.falsePositives,
                    falseNegatives + other.falseNegatives,
                    trueNegatives + other.trueNegatives);
        }

        Proportion precision() {
            return new Proportion(truePositives, truePositives + falsePositives);
        }

        Proportion recall() {
            return new Proportion(truePositives, truePositives + falseNegatives);
        }

        Proportion specificity() {
            return new Proportion(trueNegatives, trueNegatives + falsePositives);
        }

        /** The F-measure that weighs recall twice as much as precision (van Rijsbergen 1979). */
        double f2() {
            double weighted = 5.0 * truePositives;
            return weighted / (weighted + 4.0 * falseNegatives + falsePositives);
        }

        double balancedAccuracy() {
            return (recall().value() + specificity().value()) / 2;
        }
    }

    void add(Counts group) {
        groups.add(group);
    }

    /** One trial: what is true, and what the check said. */
    void add(boolean positive, boolean fired) {
        add(new Counts(
                positive && fired ? 1 : 0,
                !positive && fired ? 1 : 0,
                positive && !fired ? 1 : 0,
                !positive && !fired ? 1 : 0));
    }

    Counts total() {
        return groups.stream().reduce(new Counts(0, 0, 0, 0), Counts::plus);
    }

    String f2Cell() {
        return cell(Counts::f2);
    }

    String balancedAccuracyCell() {
        return cell(Counts::balancedAccuracy);
    }

    /** The measure with its 95 % percentile interval from a bootstrap over the groups (Efron 1979). */
    private String cell(ToDoubleFunction<Counts> measure) {
        if (groups.isEmpty() || Double.isNaN(measure.applyAsDouble(total()))) {
            return "–";
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[RESAMPLES];
        int defined = 0;
        while (defined < RESAMPLES) {
            Counts sum = new Counts(0, 0, 0, 0);
            for (int j = 0; j < groups.size(); j++) {
                sum = sum.plus(groups.get(random.nextInt(groups.size())));
            }
            double value = measure.applyAsDouble(sum);
            // A resample without a single positive has no such measure; it says nothing about its spread.
            if (!Double.isNaN(value)) {
                values[defined++] = value;
            }
        }
        Arrays.sort(values);
        return String.format(
                Locale.ROOT,
                "%.3f (%.3f–%.3f)",
                measure.applyAsDouble(total()),
                values[(int) (RESAMPLES * 0.025)],
                values[(int) (RESAMPLES * 0.975)]);
    }
}
