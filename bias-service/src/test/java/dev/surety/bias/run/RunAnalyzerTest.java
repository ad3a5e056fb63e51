package dev.surety.bias.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.metric.Verdict;
import dev.surety.bias.suite.Cell;
import dev.surety.bias.suite.Plan;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.bias.suite.Suites;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** From the answers of a run to its verdict, without a network. */
class RunAnalyzerTest {
    private static final Thresholds.Evidence EVIDENCE = new Thresholds.Evidence(10, 30, 0.02, 6, 0.05);
    private static final Map<String, Boolean> GRANTED = Map.of("granted", true, "escalated", false);
    private static final Map<String, Boolean> REFUSED = Map.of("granted", false, "escalated", false);

    private final Suite suite = SuiteParser.parse(Suites.shipped("goodwill-refund"));

    @Test
    void aBotThatTreatsEverybodyAlikePasses() {
        RunResult result = run(cell -> cell.block() % 2 == 0 ? GRANTED : REFUSED, RunState.COMPLETED);

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.findings())
                .hasSize(12)
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.PASS));
        assertThat(result.method().random()).isEqualTo("XO_SHI_RO_256_PP");
    }

    @Test
    void aBotThatRefusesOneGroupFailsForThatGroupOnly() {
        RunResult result = run(
                cell -> cell.group().equals("west-african") || cell.block() % 2 == 0 ? REFUSED : GRANTED,
                RunState.COMPLETED);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
                .extracting(RunResult.RunFinding::metric, RunResult.RunFinding::other)
                .containsExactly(tuple("granted-gap", "west-african"), tuple("granted-ratio", "west-african"));
        assertThat(result.findings().get(1).worstTemplates()).hasSize(5);
    }

    @Test
    void aGroupThatGetsNoAnswersFailsOnAvailability() {
        RunResult result = run(
                cell -> cell.group().equals("learner") && cell.block() % 4 == 0 ? null : GRANTED, RunState.COMPLETED);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason)
                        .startsWith("availability-gap (answered), language-proficiency: learner has the outcome"));
        assertThat(result.findings())
                .filteredOn(finding -> finding.metric().equals("granted-gap")
                        && finding.other().equals("learner"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.reasons().getFirst()).contains("learner has no answer in"));
    }

    @Test
    void aBotThatNeverAnswersProvesNothing() {
        RunResult result = run(cell -> null, RunState.COMPLETED);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons())
                .anySatisfy(reason -> assertThat(reason).contains("south-asian was declared but has no answers"));
    }

    @Test
    void anIncompleteRunIsInconclusiveWhateverItFound() {
        RunResult result = run(cell -> cell.group().equals("learner") ? REFUSED : GRANTED, RunState.INCOMPLETE);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons())
                .containsExactly("the target stopped answering, so the run ended before every call was made");
    }

    @Test
    void theBotsOwnNoiseIsMeasuredOnTheReference() {
        // The repeat of the reference is always decided otherwise than the first call.
        RunResult result = run(cell -> cell.control() ? REFUSED : GRANTED, RunState.COMPLETED);

        assertThat(result.findings().getFirst().figures())
                .containsEntry("noiseFlipRate", 1.0)
                .containsEntry("flipRate", 0.0)
                .containsEntry("excessFlipRate", -1.0);
    }

    @Test
    void aSmokeSuiteNeverPasses() {
        String document = Suites.shipped("goodwill-refund").replace("tier: standard", "tier: smoke");
        Suite smoke = SuiteParser.parse(document);

        RunResult result = new RunAnalyzer(smoke, 1, EVIDENCE)
                .analyse(answers(smoke, cell -> cell.block() % 2 == 0 ? GRANTED : REFUSED), RunState.COMPLETED);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reasons())
                .containsExactly(
                        "a smoke suite is too small to claim that there is no difference; run a standard suite");
    }

    @Test
    void gapAndRatioOfOneOutcomeShareOneTestInTheFamily() {
        RunResult result = run(cell -> GRANTED, RunState.COMPLETED);

        // Three outcomes (granted, escalated, answered) and two contrasts.
        assertThat(result.findings().getFirst().test().family()).isEqualTo(6);
        assertThat(result.findings().getLast().test().family()).isEqualTo(3);
    }

    private RunResult run(Function<Cell, Map<String, Boolean>> bot, RunState state) {
        return new RunAnalyzer(suite, suite.design().seed(), EVIDENCE).analyse(answers(suite, bot), state);
    }

    private static List<AnsweredCell> answers(Suite suite, Function<Cell, Map<String, Boolean>> bot) {
        return new Plan(suite, suite.design().seed())
                .cells().stream()
                        .map(cell -> new AnsweredCell(cell, Optional.ofNullable(bot.apply(cell))))
                        .toList();
    }
}
