package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.check.RuleSwaps.Swap;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How well swapped rules are found, in floors that a change may raise and must not fall below. */
class RuleSwapsTest {
    private static final GroundingCheck CHECK = new GroundingCheck();
    private static final List<Swap> SWAPS = RuleSwaps.all();

    @Test
    void thereAreAsManyAsTheReferenceAsksFor() {
        assertThat(SWAPS).hasSizeGreaterThanOrEqualTo(800);
        assertThat(SWAPS).extracting(Swap::topic).containsAll(List.of("returns", "overdraft", "flood", "meter"));
    }

    @Test
    void findsSwappedRulesInTheHalfThatWasTunedOn() {
        assertThat(share(swap -> swap.tuned() && !swap.crossing() && swap.contradicts()))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void findsSwappedRulesInTheHalfThatWasHeldOut() {
        assertThat(share(swap -> !swap.tuned() && !swap.crossing() && swap.contradicts()))
                .isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void findsSwappedValuesAcrossLanguages() {
        assertThat(share(swap -> swap.crossing() && swap.contradicts())).isGreaterThanOrEqualTo(0.80);
    }

    @Test
    void leavesFaithfulAnswersAlone() {
        assertThat(share(swap -> !swap.crossing() && !swap.contradicts())).isLessThanOrEqualTo(0.02);
    }

    @Test
    void leavesFaithfulAnswersInAnotherLanguageAlone() {
        assertThat(share(swap -> swap.crossing() && !swap.contradicts())).isLessThanOrEqualTo(0.02);
    }

    /** The share of those exchanges that are called contradicted. */
    private static double share(Predicate<Swap> which) {
        List<Swap> chosen = SWAPS.stream().filter(which).toList();
        return chosen.stream().filter(RuleSwapsTest::isContradicted).count() / (double) chosen.size();
    }

    private static boolean isContradicted(Swap swap) {
        CheckResult result = CHECK.examine(
                Samples.answers(swap.answer(), "What are the rules?", swap.passages()), CheckSettings.NONE);
        return (long) result.values().get("contradicted") > 0;
    }
}
