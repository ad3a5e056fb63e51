package dev.surety.bias.analysis;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.EffectSize;
import dev.surety.bias.metric.ImpactRatio;
import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.NewcombeInterval;
import dev.surety.bias.metric.Proportion;
import dev.surety.bias.metric.RatioRule;
import dev.surety.bias.metric.Significance;
import dev.surety.bias.metric.TwoProportionTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Analyses favourable outcomes of independent groups, as production data or a census give them. */
public final class CountAnalyzer {
    /** The symmetric impact ratio. */
    public static final String IMPACT_RATIO = "impact-ratio";

    /** The statistical parity difference. */
    public static final String PARITY_DIFFERENCE = "parity-difference";

    /** The metrics that this analysis knows. */
    public static final Set<String> METRICS = Set.of(IMPACT_RATIO, PARITY_DIFFERENCE);

    private static final String EQUAL_RATES = "equal rates";
    private static final double REPORTED_LEVEL = 0.95;

    private final Thresholds thresholds;
    private final Set<String> gating;
    private final MultipleComparisons correction;

    public CountAnalyzer(Thresholds thresholds, Set<String> gating, MultipleComparisons correction) {
        this.thresholds = thresholds;
        this.gating = Set.copyOf(gating);
        this.correction = correction;
    }

    /**
     * Compares every group with the reference.
     *
     * @param groups at least two groups, in the order in which they are reported
     * @param reference the name of one of them; empty for the one with the highest rate
     */
    public Analysis analyse(Map<String, Proportion> groups, Optional<String> reference) {
        ReferenceChoice choice = ReferenceChoice.of(reference, groups, thresholds.evidence());
        Proportion base = groups.getOrDefault(choice.group(), new Proportion(0, 0));
        List<Draft> drafts = new ArrayList<>();
        groups.forEach((name, outcomes) -> {
            if (!name.equals(choice.group())) {
                drafts.addAll(drafts(new Contrast(choice.group(), name), base, outcomes));
            }
        });
        List<Double> alsoAsked = choice.chosenByData() ? otherPairs(groups, choice.group()) : List.of();
        Family family = new Family(correction, MultipleComparisons.BENJAMINI_HOCHBERG);
        return new Analysis(choice.group(), groups, choice.notes(), family.judge(drafts, alsoAsked));
    }

    /** The tests between groups of which neither became the reference. */
    private static List<Double> otherPairs(Map<String, Proportion> groups, String reference) {
        List<Proportion> others = groups.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(reference))
                .map(Map.Entry::getValue)
                .filter(Proportion::isDefined)
                .toList();
        List<Double> result = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                result.add(TwoProportionTest.test(others.get(i), others.get(j)).p());
            }
        }
        return result;
    }

    private List<Draft> drafts(Contrast contrast, Proportion reference, Proportion other) {
        RatioRule ratioRule = new RatioRule(thresholds.alpha(), thresholds.minimumRatio());
        DifferenceRule differenceRule =
                new DifferenceRule(thresholds.alpha(), thresholds.failMargin(), thresholds.equivalenceMargin());
        List<String> obstacles = new ArrayList<>();
        obstacles.addAll(tooSmall(contrast.reference(), reference));
        obstacles.addAll(tooSmall(contrast.other(), other));
        boolean defined = reference.isDefined() && other.isDefined();
        return List.of(
                new Draft(
                        IMPACT_RATIO,
                        EQUAL_RATES,
                        contrast,
                        ratioRule,
                        gating.contains(IMPACT_RATIO),
                        defined
                                ? ratio(reference, other, obstacles, ratioRule)
                                : Measurement.undefined(obstacles, Map.of())),
                new Draft(
                        PARITY_DIFFERENCE,
                        EQUAL_RATES,
                        contrast,
                        differenceRule,
                        gating.contains(PARITY_DIFFERENCE),
                        defined
                                ? difference(reference, other, obstacles, differenceRule)
                                : Measurement.undefined(obstacles, Map.of())));
    }

    private List<String> tooSmall(String group, Proportion outcomes) {
        if (!outcomes.isDefined()) {
            return List.of(group + " was declared but has no outcomes");
        }
        long minimum = thresholds.evidence().minimumGroupSize();
        return outcomes.total() < minimum
                ? List.of(group + " has " + outcomes.total() + " outcomes, fewer than the minimum of " + minimum)
                : List.of();
    }

    private static Measurement ratio(Proportion reference, Proportion other, List<String> obstacles, RatioRule rule) {
        Significance test = TwoProportionTest.test(reference, other);
        Map<String, Double> further = rates(reference, other);
        Optional<ImpactRatio> ratio = ImpactRatio.of(reference, other);
        if (ratio.isEmpty()) {
            List<String> more = new ArrayList<>(obstacles);
            more.add("the ratio is undefined, because no group has a favourable outcome");
            return new Measurement(null, List.of(), test, more, further);
        }
        if (Double.isFinite(ratio.get().raw())) {
            further.put("rawRatio", ratio.get().raw());
        }
        Optional<Interval> raw = ImpactRatio.rawInterval(reference, other, rule.intervalLevel());
        raw.ifPresent(interval -> {
            further.put("rawRatioLower", interval.lower());
            further.put("rawRatioUpper", interval.upper());
        });
        List<Interval> intervals = raw.map(ImpactRatio::symmetric).stream().toList();
        return new Measurement(ratio.get().value(), intervals, test, obstacles, further);
    }

    private static Measurement difference(
            Proportion reference, Proportion other, List<String> obstacles, DifferenceRule rule) {
        Map<String, Double> further = rates(reference, other);
        TwoProportionTest.z(reference, other).ifPresent(z -> further.put("z", z));
        further.put("cohenH", EffectSize.cohenH(reference, other));
        return new Measurement(
                other.rate() - reference.rate(),
                List.of(
                        NewcombeInterval.ofIndependent(reference, other, rule.intervalLevel()),
                        NewcombeInterval.ofIndependent(reference, other, REPORTED_LEVEL)),
                TwoProportionTest.test(reference, other),
                obstacles,
                further);
    }

    private static Map<String, Double> rates(Proportion reference, Proportion other) {
        Map<String, Double> further = new LinkedHashMap<>();
        further.put("referenceRate", reference.rate());
        further.put("otherRate", other.rate());
        return further;
    }
}
