package dev.surety.bias.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for all counts, not only for the printed ones. */
class MetricPropertyTest {
    private static final double ROUNDING = 1e-12;

    @Property(tries = 300)
    void theImpactRatioDoesNotDependOnWhichGroupIsTheReference(
            @ForAll("proportions") Proportion one, @ForAll("proportions") Proportion two) {
        assertThat(ImpactRatio.of(one, two).map(ImpactRatio::value))
                .isEqualTo(ImpactRatio.of(two, one).map(ImpactRatio::value));
        assertThat(ImpactRatio.rawInterval(one, two, 0.95)
                        .map(i -> ImpactRatio.symmetric(i).lower())
                        .orElse(0.0))
                .isCloseTo(
                        ImpactRatio.rawInterval(two, one, 0.95)
                                .map(i -> ImpactRatio.symmetric(i).lower())
                                .orElse(0.0),
                        within(1e-9));
    }

    @Property(tries = 300)
    void swappingIndependentGroupsFlipsSigns(
            @ForAll("proportions") Proportion one, @ForAll("proportions") Proportion two) {
        Interval forth = NewcombeInterval.ofIndependent(one, two, 0.9);
        Interval back = NewcombeInterval.ofIndependent(two, one, 0.9);

        assertThat(back.lower()).isCloseTo(-forth.upper(), within(ROUNDING));
        assertThat(back.upper()).isCloseTo(-forth.lower(), within(ROUNDING));
        assertThat(EffectSize.cohenH(two, one)).isEqualTo(-EffectSize.cohenH(one, two));
        assertThat(TwoProportionTest.test(two, one).p())
                .isCloseTo(TwoProportionTest.test(one, two).p(), within(1e-9));
    }

    @Property(tries = 300)
    void swappingPairedGroupsFlipsSigns(@ForAll("tables") PairedTable table) {
        PairedTable swapped = new PairedTable(
                table.both(),
                /* onlyOther= */ table.onlyReference(),
                /* onlyReference= */ table.onlyOther(),
                table.neither());

        assertThat(swapped.difference()).isEqualTo(-table.difference());
        assertThat(NewcombeInterval.ofPairs(swapped, 0.9).lower())
                .isCloseTo(-NewcombeInterval.ofPairs(table, 0.9).upper(), within(ROUNDING));
        assertThat(McNemarTest.test(swapped).p())
                .isCloseTo(McNemarTest.test(table).p(), within(ROUNDING));
    }

    @Property(tries = 300)
    void intervalsContainTheEstimate(
            @ForAll("proportions") Proportion one,
            @ForAll("proportions") Proportion two,
            @ForAll("tables") PairedTable table,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        assertThat(WilsonInterval.of(one, level).contains(one.rate())).isTrue();
        assertThat(NewcombeInterval.ofIndependent(one, two, level).contains(two.rate() - one.rate()))
                .isTrue();
        assertThat(NewcombeInterval.ofPairs(table, level).contains(table.difference()))
                .isTrue();
        ImpactRatio.rawInterval(one, two, level).ifPresent(interval -> {
            Interval symmetric = ImpactRatio.symmetric(interval);
            double value = ImpactRatio.of(one, two).orElseThrow().value();
            assertThat(value).isBetween(symmetric.lower() - ROUNDING, symmetric.upper() + ROUNDING);
        });
    }

    @Property(tries = 200)
    void clusterIntervalsContainTheMeanAndStayInRange(
            @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = -1, max = 1) Double> means) {
        double[] values = means.stream().mapToDouble(Double::doubleValue).toArray();

        Interval interval = ClusterInterval.of(values, 0.9);

        assertThat(interval.contains(Arrays.stream(values).average().orElseThrow()))
                .isTrue();
        assertThat(interval.lower()).isGreaterThanOrEqualTo(-1);
        assertThat(interval.upper()).isLessThanOrEqualTo(1);
    }

    @Property(tries = 300)
    void correctionsKeepTheOrderAndNeverShrinkAPValue(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> family,
            @ForAll MultipleComparisons correction) {
        double[] raw = family.stream().mapToDouble(Double::doubleValue).toArray();

        double[] adjusted = correction.adjust(raw);

        for (int i = 0; i < raw.length; i++) {
            assertThat(adjusted[i]).isBetween(raw[i] * (1 - ROUNDING), 1.0);
            for (int j = 0; j < raw.length; j++) {
                if (raw[i] < raw[j]) {
                    assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
                }
            }
        }
    }

    @Property(tries = 200)
    void holmNeverRejectsMoreThanBenjaminiHochberg(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> family) {
        double[] raw = family.stream().mapToDouble(Double::doubleValue).toArray();
        double[] holm = MultipleComparisons.HOLM.adjust(raw);
        double[] exploratory = MultipleComparisons.BENJAMINI_HOCHBERG.adjust(raw);

        for (int i = 0; i < raw.length; i++) {
            assertThat(holm[i]).isGreaterThanOrEqualTo(exploratory[i] * (1 - ROUNDING));
        }
    }

    @Property(tries = 200)
    void theExactSignFlipTestCountsEverySignPattern(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(min = -5, max = 5) Integer> fifths) {
        double[] means = fifths.stream().mapToDouble(n -> n / 5.0).toArray();

        double p = SignFlipTest.test(means, SeededRandom.stream(1, List.of())).p();

        assertThat(p).isCloseTo(bruteForce(fifths), within(ROUNDING));
    }

    private static double bruteForce(List<Integer> effects) {
        int observed = Math.abs(effects.stream().mapToInt(Integer::intValue).sum());
        int extreme = 0;
        for (int pattern = 0; pattern < 1 << effects.size(); pattern++) {
            int sum = 0;
            for (int i = 0; i < effects.size(); i++) {
                sum += (pattern >> i & 1) == 0 ? effects.get(i) : -effects.get(i);
            }
            extreme += Math.abs(sum) >= observed ? 1 : 0;
        }
        return (double) extreme / (1 << effects.size());
    }

    @Property(tries = 100)
    void theBootstrapIntervalContainsTheRatioOrIsUndefined(
            @ForAll @Size(min = 2, max = 20) List<@net.jqwik.api.From("tables") PairedTable> templates) {
        PairedTable all = templates.stream().reduce(PairedTable.EMPTY, PairedTable::plus);
        Assume.that(all.reference().favourable() > 0);
        double ratio = all.other().rate() / all.reference().rate();

        var interval = ClusterBootstrap.ratio(templates, 0.95, SeededRandom.stream(3, List.of("b")));

        assertThat(interval.map(found -> found.contains(ratio)).orElse(true)).isTrue();
    }

    @Property(tries = 100)
    void permutationsAreCompleteAndRepeatable(@ForAll @IntRange(min = 0, max = 200) int size, @ForAll long seed) {
        int[] order = SeededRandom.permutation(SeededRandom.stream(seed, List.of("order")), size);
        int[] again = SeededRandom.permutation(SeededRandom.stream(seed, List.of("order")), size);

        assertThat(order).isEqualTo(again);
        List<Integer> sorted = new ArrayList<>(Arrays.stream(order).boxed().toList());
        sorted.sort(null);
        assertThat(sorted)
                .isEqualTo(java.util.stream.IntStream.range(0, size).boxed().toList());
    }

    @Provide
    Arbitrary<Proportion> proportions() {
        return Arbitraries.longs()
                .between(1, 5_000)
                .flatMap(total -> Arbitraries.longs().between(0, total).map(count -> new Proportion(count, total)));
    }

    @Provide
    Arbitrary<PairedTable> tables() {
        Arbitrary<Long> counts = Arbitraries.longs().between(0, 400);
        return Combinators.combine(counts, counts, counts, counts)
                .as(PairedTable::new)
                .filter(table -> table.pairs() > 0);
    }
}
