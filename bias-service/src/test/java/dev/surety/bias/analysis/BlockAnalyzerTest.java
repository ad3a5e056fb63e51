package dev.surety.bias.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Paired outcomes are judged by template, and nothing that is missing disappears. */
class BlockAnalyzerTest {
    private static final List<String> GROUPS = List.of("native", "learner");

    @Test
    void manyPairsOfFewTemplatesAreNotTakenForManyProofs() {
        // Given: 7 of 12 templates refuse learners 20 times in a row, the others do the reverse a little less often.
        List<Block> blocks = new ArrayList<>();
        for (int template = 0; template < 12; template++) {
            boolean against = template < 7;
            blocks.add(block("t" + template, against, !against, against ? 20 : 16));
            blocks.add(block("t" + template, true, true, against ? 20 : 24));
        }

        Finding ofTemplates = difference(blocks, Estimand.GENERALISING);
        Finding ofPairs = difference(blocks, Estimand.FIXED);

        assertThat(ofPairs.measurement().significance().method()).isEqualTo("mcnemar-exact");
        assertThat(ofPairs.measurement().significance().p()).isLessThan(0.001);
        assertThat(ofPairs.ruling().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ofTemplates.measurement().significance().method()).isEqualTo("sign-flip-exact");
        assertThat(ofTemplates.measurement().significance().p()).isGreaterThan(0.3);
        assertThat(ofTemplates.ruling().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aGapInEveryTemplateFailsAndTheFiguresSayHowLargeItIs() {
        List<Block> blocks = new ArrayList<>();
        for (int template = 0; template < 20; template++) {
            blocks.add(block("t" + template, true, false, 2));
            blocks.add(block("t" + template, true, true, 3));
        }

        Finding finding = difference(blocks, Estimand.GENERALISING);

        assertThat(finding.ruling().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.measurement().estimate()).isCloseTo(-0.4, within(1e-12));
        assertThat(finding.measurement().further())
                .containsEntry("onlyReference", 40.0)
                .containsEntry("onlyOther", 0.0)
                .containsEntry("templates", 20.0)
                .containsEntry("flipRate", 0.4);
    }

    @Test
    void agreementInFortyTemplatesPassesAndInTwelveProvesNothing() {
        assertThat(difference(agreement(40), Estimand.GENERALISING).ruling().verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(difference(agreement(12), Estimand.GENERALISING).ruling().verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static List<Block> agreement(int templates) {
        List<Block> blocks = new ArrayList<>();
        for (int template = 0; template < templates; template++) {
            blocks.add(block("t" + template, true, true, 3));
            blocks.add(block("t" + template, false, false, 2));
        }
        return blocks;
    }

    @Test
    void missingAnswersCountAsUnfavourableAndTooManyProveNothing() {
        List<Block> blocks = new ArrayList<>(agreement(40));
        for (int template = 0; template < 40; template++) {
            blocks.add(new Block("t" + template, Map.of("native", Outcome.FAVOURABLE), 1));
        }

        Finding finding = difference(blocks, Estimand.GENERALISING);

        assertThat(finding.measurement().further())
                .containsEntry("missingOther", 40.0)
                .containsEntry("onlyReference", 40.0);
        assertThat(finding.ruling().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.ruling().reasons())
                .containsExactly("learner has no answer in 40 of 240 pairs, more than the tolerated share of 0.05");
    }

    @Test
    void noBlocksAtAllAreInconclusive() {
        Finding finding = difference(List.of(), Estimand.GENERALISING);

        assertThat(finding.ruling().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(finding.ruling().reasons()).contains("there are 0 pairs, fewer than the minimum of 10");
    }

    @Test
    void everyPairFlipsAndTheMeanDifferenceDoesNotHideIt() {
        List<Block> blocks = new ArrayList<>();
        for (int template = 0; template < 30; template++) {
            blocks.add(block("t" + template, true, false, 1));
            blocks.add(block("t" + template, false, true, 1));
        }

        Finding finding = difference(blocks, Estimand.GENERALISING);

        assertThat(finding.measurement().estimate()).isEqualTo(0.0);
        assertThat(finding.measurement().further()).containsEntry("flipRate", 1.0);
    }

    @Test
    void theSameSeedGivesTheSameRatioInterval() {
        List<Block> blocks = new ArrayList<>();
        for (int template = 0; template < 20; template++) {
            blocks.add(block("t" + template, true, template % 3 > 0, 4));
            blocks.add(block("t" + template, template % 5 == 0, true, 1));
        }

        assertThat(ratio(blocks, 5).measurement().intervals())
                .isEqualTo(ratio(blocks, 5).measurement().intervals())
                .isNotEqualTo(ratio(blocks, 6).measurement().intervals());
    }

    private static Finding ratio(List<Block> blocks, long seed) {
        return analyzer(Estimand.GENERALISING, seed)
                .analyse(GROUPS, blocks, Optional.of("native"))
                .findings()
                .getLast();
    }

    private static Finding difference(List<Block> blocks, Estimand estimand) {
        return analyzer(estimand, 1)
                .analyse(GROUPS, blocks, Optional.of("native"))
                .findings()
                .getFirst();
    }

    private static BlockAnalyzer analyzer(Estimand estimand, long seed) {
        return new BlockAnalyzer(
                CountAnalyzerTest.THRESHOLDS,
                Set.of(BlockAnalyzer.PAIRED_DIFFERENCE),
                MultipleComparisons.HOLM,
                estimand,
                seed);
    }

    private static Block block(String template, boolean reference, boolean other, long times) {
        return new Block(template, Map.of("native", Outcome.of(reference), "learner", Outcome.of(other)), times);
    }
}
