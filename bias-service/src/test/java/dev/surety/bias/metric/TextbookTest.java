package dev.surety.bias.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single methods against worked examples from their papers, and at the edges where formulas break. */
class TextbookTest {
    /** The fifteen p-values of Benjamini and Hochberg's own example (1995, section 3). */
    private static final double[] BENJAMINI_HOCHBERG_1995 = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
    };

    private final UniformRandomProvider random = SeededRandom.stream(7, List.of("test"));

    @Test
    void wilsonIntervalOfNewcombesFirstExample() {
        Interval interval = WilsonInterval.of(new Proportion(81, 263), 0.95);

        assertThat(interval.lower()).isCloseTo(0.2552885, within(1e-7));
        assertThat(interval.upper()).isCloseTo(0.3662096, within(1e-7));
    }

    @Test
    void holmRejectsThreeOfTheFifteen() {
        double[] adjusted = MultipleComparisons.HOLM.adjust(BENJAMINI_HOCHBERG_1995);

        assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05)).hasSize(3);
        assertThat(adjusted[3]).isCloseTo(0.114, within(1e-12));
    }

    @Test
    void benjaminiHochbergRejectsFourOfTheFifteen() {
        double[] adjusted = MultipleComparisons.BENJAMINI_HOCHBERG.adjust(BENJAMINI_HOCHBERG_1995);

        assertThat(Arrays.stream(adjusted).filter(p -> p <= 0.05)).hasSize(4);
        assertThat(adjusted[3]).isCloseTo(0.035625, within(1e-12));
    }

    @Test
    void holmOverFourTestsLiftsTheLieutenantsPValueAboveTheLevel() {
        double single = TwoProportionTest.test(new Proportion(25, 43), new Proportion(3, 15))
                .p();

        double adjusted = MultipleComparisons.HOLM.adjust(new double[] {0.5, single, 0.9, 0.7})[1];

        assertThat(adjusted).isCloseTo(0.0637105, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 0.15, 469", "0.05, 0.25, 783", "0.10, 0.2, 155", "0.10, 0.3, 234"})
    void samplePlanOfTheDesign(double difference, double discordance, long pairs) {
        assertThat(new SamplePlan(0.05, 0.8).pairs(difference, discordance)).isEqualTo(pairs);
    }

    @Test
    void clusteringMultipliesTheSampleByTheDesignEffect() {
        assertThat(new SamplePlan(0.05, 0.8).clusteredPairs(0.10, 0.2, 5, 0.25)).isEqualTo(310);
    }

    @Test
    void aSamplePlanForAnImpossibleDifferenceIsRefused() {
        assertThatThrownBy(() -> new SamplePlan(0.05, 0.8).pairs(0.3, 0.2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twentyFourTemplatesOfOneSignGiveTheSmallestExactP() {
        double[] means = new double[25];
        Arrays.fill(means, 0, 24, 0.2);

        Significance result = SignFlipTest.test(means, random);

        assertThat(result).isEqualTo(new Significance(Math.pow(2, -23), "sign-flip-exact"));
    }

    @Test
    void fiveTemplatesCannotReachSignificanceAndSixCan() {
        assertThat(SignFlipTest.test(new double[] {1, 1, 1, 1, 1}, random).p()).isEqualTo(0.0625);
        assertThat(SignFlipTest.test(new double[] {1, 1, 1, 1, 1, 1}, random).p())
                .isEqualTo(0.03125);
    }

    @Test
    void fortyTemplatesAreStillCountedExactlyAndFiftyAreDrawn() {
        double[] forty = new double[40];
        Arrays.setAll(forty, i -> i % 3 == 0 ? -0.2 : 0.2);
        double[] fifty = new double[50];
        Arrays.setAll(fifty, i -> i % 3 == 0 ? -0.2 : 0.2);

        // 26 of 40 equal effects positive: the tails of a fair coin, 2 · P(X ≥ 26).
        assertThat(SignFlipTest.test(forty, random).p()).isCloseTo(0.0806905, within(1e-6));
        Significance drawn = SignFlipTest.test(fifty, random);
        assertThat(drawn.method()).isEqualTo("sign-flip-monte-carlo");
        // 33 of 50: 2 · P(X ≥ 33).
        assertThat(drawn.p()).isCloseTo(0.0328391, within(0.003));
    }

    @Test
    void monteCarloGivesTheSamePForTheSameSeed() {
        double[] means = new double[60];
        Arrays.setAll(means, i -> (i % 7 - 2.5) / 10);

        double first =
                SignFlipTest.test(means, SeededRandom.stream(1, List.of("a"))).p();
        double again =
                SignFlipTest.test(means, SeededRandom.stream(1, List.of("a"))).p();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void clusterIntervalIsStudentsTOnTemplateMeans() {
        // Mean 0.05, standard deviation 0.1870829, t(5; 0.975) = 2.5705818.
        Interval interval = ClusterInterval.of(new double[] {-0.2, -0.1, 0.05, 0.1, 0.15, 0.3}, 0.95);

        assertThat(interval.lower()).isCloseTo(-0.1382, within(5e-4));
        assertThat(interval.upper()).isCloseTo(0.2382, within(5e-4));
        assertThat(interval.method()).isEqualTo("cluster-t");
    }

    @ParameterizedTest
    @CsvSource({"12, 0.2209", "40, 0.0722", "60, 0.0487"})
    void templatesWithoutAnyDifferenceOnlyBoundIt(int templates, double bound) {
        Interval interval = ClusterInterval.of(new double[templates], 0.90);

        assertThat(interval.upper()).isCloseTo(bound, within(1e-4));
        assertThat(interval.lower()).isCloseTo(-bound, within(1e-4));
        assertThat(interval.method()).isEqualTo("cluster-t-bounded");
    }

    @Test
    void oneTemplateHasNoClusterInterval() {
        assertThatThrownBy(() -> ClusterInterval.of(new double[] {0.1}, 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRatioOfTwoZeroRatesIsUndefined() {
        assertThat(ImpactRatio.of(new Proportion(0, 50), new Proportion(0, 40))).isEmpty();
        assertThat(ImpactRatio.of(new Proportion(0, 0), new Proportion(4, 40))).isEmpty();
    }

    @Test
    void hugeCountsUseTheNormalTestAndSaySo() {
        Significance result = TwoProportionTest.test(
                new Proportion(500_000_000_000L, 1_000_000_000_000L),
                new Proportion(499_998_000_000L, 1_000_000_000_000L));

        assertThat(result.method()).isEqualTo("two-proportion-z");
        // z = 2e-6 / sqrt(0.5 · 0.5 · 2e-12) = 2.8284
        assertThat(result.p()).isCloseTo(0.0046777, within(1e-5));
    }

    @Test
    void identicalOutcomesEverywhereAreNoEvidence() {
        assertThat(TwoProportionTest.test(new Proportion(30, 30), new Proportion(20, 20))
                        .p())
                .isEqualTo(1);
        assertThat(McNemarTest.test(new PairedTable(10, 0, 0, 10)).p()).isEqualTo(1);
    }
}
