package dev.surety.bias.analysis;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Proportion;
import dev.surety.bias.metric.RatioRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Analyses blocks: cases that were put to every group alike. */
public final class BlockAnalyzer {
    /** The difference of paired favourable rates. */
    public static final String PAIRED_DIFFERENCE = "paired-difference";

    /** The impact ratio of paired favourable rates. */
    public static final String PAIRED_RATIO = "paired-impact-ratio";

    /** The metrics that this analysis knows. */
    public static final Set<String> METRICS = Set.of(PAIRED_DIFFERENCE, PAIRED_RATIO);

    private static final String EQUAL_RATES = "equal rates";

    private final Thresholds thresholds;
    private final Set<String> gating;
    private final MultipleComparisons correction;
    private final PairAnalyzer pairs;

    public BlockAnalyzer(
            Thresholds thresholds, Set<String> gating, MultipleComparisons correction, Estimand estimand, long seed) {
        this.thresholds = thresholds;
        this.gating = Set.copyOf(gating);
        this.correction = correction;
        this.pairs = new PairAnalyzer(thresholds.evidence(), estimand, seed);
    }

    /**
     * Compares every group with the reference.
     *
     * @param groups the declared groups, at least two, in the order in which they are reported
     * @param reference the name of one of them; empty for the one with the highest rate
     */
    public Analysis analyse(List<String> groups, List<Block> blocks, Optional<String> reference) {
        Map<String, Proportion> rates = PairedSample.rates(groups, blocks);
        ReferenceChoice choice = ReferenceChoice.of(reference, rates, thresholds.evidence());
        List<String> others =
                groups.stream().filter(group -> !group.equals(choice.group())).toList();
        List<Draft> drafts = others.stream()
                .flatMap(group -> drafts(PairedSample.of(new Contrast(choice.group(), group), blocks)).stream())
                .toList();
        List<Double> alsoAsked = choice.chosenByData() ? otherPairs(others, blocks) : List.of();
        Family family = new Family(correction, MultipleComparisons.BENJAMINI_HOCHBERG);
        return new Analysis(choice.group(), rates, choice.notes(), family.judge(drafts, alsoAsked));
    }

    /** The tests between groups of which neither became the reference. */
    private List<Double> otherPairs(List<String> others, List<Block> blocks) {
        List<Double> result = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                PairedSample sample = PairedSample.of(new Contrast(others.get(i), others.get(j)), blocks);
                result.add(pairs.test(sample).p());
            }
        }
        return result;
    }

    private List<Draft> drafts(PairedSample sample) {
        DifferenceRule differenceRule =
                new DifferenceRule(thresholds.alpha(), thresholds.failMargin(), thresholds.equivalenceMargin());
        RatioRule ratioRule = new RatioRule(thresholds.alpha(), thresholds.minimumRatio());
        return List.of(
                new Draft(
                        PAIRED_DIFFERENCE,
                        EQUAL_RATES,
                        sample.contrast(),
                        differenceRule,
                        gating.contains(PAIRED_DIFFERENCE),
                        pairs.difference(sample, differenceRule)),
                new Draft(
                        PAIRED_RATIO,
                        EQUAL_RATES,
                        sample.contrast(),
                        ratioRule,
                        gating.contains(PAIRED_RATIO),
                        pairs.ratio(sample, ratioRule)));
    }
}
