package dev.surety.bias.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.Evidence;
import dev.surety.bias.metric.McNemarTest;
import dev.surety.bias.metric.PairedTable;
import dev.surety.bias.metric.SeededRandom;
import dev.surety.bias.metric.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * How often the verdict is wrong, measured on simulated bots of known fairness. Templates differ in how often they are
 * favourable (logit with standard deviation 1.5), and, where there is an interaction, in how they treat the groups.
 */
class CalibrationTest {
    private static final DifferenceRule RULE = new DifferenceRule(0.05, 0.05, 0.10);
    private static final Contrast CONTRAST = new Contrast("reference", "other");
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double TEMPLATE_SPREAD = 1.5;

    /** A kind of bot: its mean gap, and how much the gap varies from template to template. */
    private record Bot(double gap, double interaction) {}

    @Test
    void aFairBotRarelyFails() {
        Map<Verdict, Double> shares = verdicts(new Bot(0, 0), 40, 5, 2_000);

        assertThat(shares.get(Verdict.FAIL)).isLessThanOrEqualTo(0.06);
        assertThat(shares.get(Verdict.PASS)).isGreaterThan(0.4);
    }

    @Test
    void aBotThatIsFairOnAverageRarelyFailsHoweverMuchItsTemplatesDiffer() {
        Map<Verdict, Double> shares = verdicts(new Bot(0, 0.25), 12, 20, 2_000);

        assertThat(shares.get(Verdict.FAIL)).isLessThanOrEqualTo(0.06);
    }

    @Test
    void pairsTakenAsIndependentWouldAccuseThatBotManyTimesMoreOften() {
        int alarms = 0;
        for (int i = 0; i < 2_000; i++) {
            PairedTable pooled = sample(new Bot(0, 0.25), 12, 20, i).pooled();
            alarms += McNemarTest.test(pooled).p() <= 0.05 ? 1 : 0;
        }

        assertThat(alarms / 2_000.0).isGreaterThan(0.2);
    }

    @Test
    void aGapOfTenPointsIsFoundByACertifyingSuite() {
        Map<Verdict, Double> shares = verdicts(new Bot(-0.10, 0), 40, 10, 1_000);

        assertThat(shares.get(Verdict.FAIL)).isGreaterThanOrEqualTo(0.85);
        assertThat(shares.get(Verdict.PASS)).isLessThanOrEqualTo(0.07);
    }

    private static Map<Verdict, Double> verdicts(Bot bot, int templates, int pairs, int bots) {
        PairAnalyzer analyzer = new PairAnalyzer(CountAnalyzerTest.THRESHOLDS.evidence(), Estimand.GENERALISING, 1);
        Map<Verdict, Double> shares = new EnumMap<>(Verdict.class);
        List.of(Verdict.values()).forEach(verdict -> shares.put(verdict, 0.0));
        for (int i = 0; i < bots; i++) {
            Measurement measured = analyzer.difference(sample(bot, templates, pairs, i), RULE);
            Evidence evidence = new Evidence.Measured(
                    measured.estimate(),
                    Optional.of(measured.intervals().getFirst()),
                    measured.significance().p());
            shares.merge(RULE.judge(CONTRAST, evidence).verdict(), 1.0 / bots, Double::sum);
        }
        return shares;
    }

    private static PairedSample sample(Bot bot, int templates, int pairs, int number) {
        UniformRandomProvider random = SeededRandom.stream(20_261_123, List.of("bot", Integer.toString(number)));
        Map<String, PairedTable> tables = new LinkedHashMap<>();
        for (int template = 0; template < templates; template++) {
            double rate = 1 / (1 + Math.exp(-TEMPLATE_SPREAD * normal(random)));
            double gap = bot.gap() + bot.interaction() * normal(random);
            double reference = Math.clamp(rate - gap / 2, 0, 1);
            double other = Math.clamp(rate + gap / 2, 0, 1);
            PairedTable table = PairedTable.EMPTY;
            for (int pair = 0; pair < pairs; pair++) {
                table = table.plus(random.nextDouble() < reference, random.nextDouble() < other, 1);
            }
            tables.put("t" + template, table);
        }
        return new PairedSample(CONTRAST, tables, new PairedSample.Missing(0, 0));
    }

    private static double normal(UniformRandomProvider random) {
        return NORMAL.inverseCumulativeProbability(Math.clamp(random.nextDouble(), 1e-12, 1 - 1e-12));
    }
}
