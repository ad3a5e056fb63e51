package dev.surety.bias.analysis;

import dev.surety.bias.metric.ClusterBootstrap;
import dev.surety.bias.metric.ClusterInterval;
import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.EffectSize;
import dev.surety.bias.metric.ImpactRatio;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.McNemarTest;
import dev.surety.bias.metric.NewcombeInterval;
import dev.surety.bias.metric.PairedTable;
import dev.surety.bias.metric.RatioRule;
import dev.surety.bias.metric.SamplePlan;
import dev.surety.bias.metric.SeededRandom;
import dev.surety.bias.metric.SignFlipTest;
import dev.surety.bias.metric.Significance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures one contrast of paired outcomes: the same case put to both groups. */
public final class PairAnalyzer {
    private static final double POWER = 0.8;

    private final Thresholds.Evidence evidence;
    private final Estimand estimand;
    private final long seed;

    public PairAnalyzer(Thresholds.Evidence evidence, Estimand estimand, long seed) {
        this.evidence = evidence;
        this.estimand = estimand;
        this.seed = seed;
    }

    /** The difference of the two favourable rates, other minus reference. */
    public Measurement difference(PairedSample sample, DifferenceRule rule) {
        PairedTable pooled = sample.pooled();
        List<String> obstacles = obstacles(sample);
        if (pooled.pairs() == 0 || !measurable(sample)) {
            return Measurement.undefined(obstacles, Map.of());
        }
        Map<String, Double> further = further(sample);
        further.put("cohenH", EffectSize.cohenH(pooled.reference(), pooled.other()));
        pairsNeeded(pooled, rule).ifPresent(pairs -> further.put("independentPairsFor80PercentPower", pairs));
        Significance test = test(sample);
        Interval ofPairs = NewcombeInterval.ofPairs(pooled, rule.intervalLevel());
        return switch (estimand) {
            case FIXED -> new Measurement(pooled.difference(), List.of(ofPairs), test, obstacles, further);
            case GENERALISING -> {
                double[] means = sample.templateMeans();
                double mean = Arrays.stream(means).average().orElseThrow();
                yield new Measurement(
                        mean,
                        List.of(ClusterInterval.of(means, rule.intervalLevel()), ofPairs),
                        test,
                        obstacles,
                        further);
            }
        };
    }

    /** The symmetric impact ratio of the two favourable rates. */
    public Measurement ratio(PairedSample sample, RatioRule rule) {
        PairedTable pooled = sample.pooled();
        List<String> obstacles = obstacles(sample);
        if (pooled.pairs() == 0 || !measurable(sample)) {
            return Measurement.undefined(obstacles, Map.of());
        }
        Map<String, Double> further = further(sample);
        Optional<ImpactRatio> ratio = ImpactRatio.of(pooled.reference(), pooled.other());
        if (ratio.isEmpty()) {
            List<String> more = new ArrayList<>(obstacles);
            more.add("the ratio is undefined, because no group has a favourable outcome");
            return new Measurement(null, List.of(), test(sample), more, further);
        }
        List<Interval> intervals = ratioInterval(sample, rule.intervalLevel()).map(ImpactRatio::symmetric).stream()
                .toList();
        return new Measurement(ratio.get().value(), intervals, test(sample), obstacles, further);
    }

    private Optional<Interval> ratioInterval(PairedSample sample, double level) {
        PairedTable pooled = sample.pooled();
        return switch (estimand) {
            case FIXED -> ImpactRatio.rawInterval(pooled.reference(), pooled.other(), level);
            case GENERALISING ->
                ClusterBootstrap.ratio(
                        List.copyOf(sample.tables().values()),
                        level,
                        SeededRandom.stream(seed, names(sample.contrast(), "bootstrap")));
        };
    }

    /** The test of equal rates that both metrics share. */
    Significance test(PairedSample sample) {
        return switch (estimand) {
            case FIXED -> McNemarTest.test(sample.pooled());
            case GENERALISING ->
                SignFlipTest.test(
                        sample.templateMeans(), SeededRandom.stream(seed, names(sample.contrast(), "sign-flip")));
        };
    }

    /** How many independent pairs would find a difference of the fail margin, given how often pairs differ here. */
    private static Optional<Double> pairsNeeded(PairedTable pooled, DifferenceRule rule) {
        double discordance = (double) pooled.discordant() / pooled.pairs();
        return rule.failMargin() > 0 && rule.failMargin() <= discordance
                ? Optional.of((double) new SamplePlan(rule.alpha(), POWER).pairs(rule.failMargin(), discordance))
                : Optional.empty();
    }

    private boolean measurable(PairedSample sample) {
        return estimand == Estimand.FIXED || sample.tables().size() >= 2;
    }

    private List<String> obstacles(PairedSample sample) {
        List<String> obstacles = new ArrayList<>();
        long pairs = sample.pooled().pairs();
        if (pairs < evidence.minimumGroupSize()) {
            obstacles.add("there are " + pairs + " pairs, fewer than the minimum of " + evidence.minimumGroupSize());
        }
        if (estimand == Estimand.GENERALISING && sample.tables().size() < evidence.minimumTemplates()) {
            obstacles.add("there are " + sample.tables().size() + " templates, fewer than the minimum of "
                    + evidence.minimumTemplates());
        }
        missing(sample.contrast().reference(), sample.missing().reference(), pairs, obstacles);
        missing(sample.contrast().other(), sample.missing().other(), pairs, obstacles);
        return obstacles;
    }

    private void missing(String group, long missing, long pairs, List<String> obstacles) {
        if (missing > 0 && missing == pairs) {
            obstacles.add(group + " was declared but has no answers");
        } else if (missing > evidence.maximumMissingShare() * pairs) {
            obstacles.add(group + " has no answer in " + missing + " of " + pairs
                    + " pairs, more than the tolerated share of " + evidence.maximumMissingShare());
        }
    }

    private static Map<String, Double> further(PairedSample sample) {
        PairedTable pooled = sample.pooled();
        Map<String, Double> further = new LinkedHashMap<>();
        further.put("referenceRate", pooled.reference().rate());
        further.put("otherRate", pooled.other().rate());
        further.put("pairs", (double) pooled.pairs());
        further.put("templates", (double) sample.tables().size());
        further.put("onlyReference", (double) pooled.onlyReference());
        further.put("onlyOther", (double) pooled.onlyOther());
        further.put("pooledDifference", pooled.difference());
        further.put("flipRate", (double) pooled.discordant() / pooled.pairs());
        further.put("mcNemarP", McNemarTest.test(pooled).p());
        further.put("missingReference", (double) sample.missing().reference());
        further.put("missingOther", (double) sample.missing().other());
        return further;
    }

    private static List<String> names(Contrast contrast, String purpose) {
        return List.of(purpose, contrast.reference(), contrast.other());
    }
}
