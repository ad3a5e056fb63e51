package dev.surety.bias.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of the verdict tables, with its neighbours on both sides of every boundary. */
class VerdictRulesTest {
    private static final Contrast CONTRAST = new Contrast("native", "learner");
    private static final DifferenceRule DIFFERENCE = new DifferenceRule(0.05, 0.05, 0.10);
    private static final RatioRule RATIO = new RatioRule(0.05, 0.80);

    @ParameterizedTest
    @CsvSource({
        "-0.08, -0.12, -0.04, 0.01, FAIL",
        "0.05, 0.02, 0.08, 0.05, FAIL",
        "-0.08, -0.095, -0.06, 0.06, PASS",
        "0.02, -0.03, 0.07, 0.4, PASS",
        "0.04, 0.01, 0.07, 0.01, PASS",
        "0.04, -0.02, 0.11, 0.03, WARN",
        "0.08, -0.02, 0.18, 0.09, INCONCLUSIVE",
        "0.02, -0.10, 0.08, 0.6, INCONCLUSIVE",
    })
    void differences(double estimate, double lower, double upper, double p, Verdict verdict) {
        assertThat(DIFFERENCE
                        .judge(CONTRAST, measured(estimate, lower, upper, p))
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.70, 0.60, 0.82, 0.05, FAIL",
        "0.70, 0.60, 0.82, 0.051, INCONCLUSIVE",
        "0.85, 0.80, 0.95, 0.01, PASS",
        "0.85, 0.79, 0.95, 0.01, WARN",
        "0.80, 0.70, 0.95, 0.01, WARN",
        "0.85, 0.79, 0.95, 0.2, INCONCLUSIVE",
    })
    void ratios(double estimate, double lower, double upper, double p, Verdict verdict) {
        assertThat(RATIO.judge(CONTRAST, measured(estimate, lower, upper, p)).verdict())
                .isEqualTo(verdict);
    }

    @Test
    void anUndefinedIntervalNeverPasses() {
        Evidence evidence = new Evidence.Measured(1, Optional.empty(), 1);

        assertThat(RATIO.judge(CONTRAST, evidence).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void insufficientEvidenceIsInconclusiveAndKeepsItsReasons() {
        Evidence evidence = new Evidence.Insufficient(List.of("learner has no outcomes"));

        assertThat(DIFFERENCE.judge(CONTRAST, evidence))
                .isEqualTo(new Ruling(Verdict.INCONCLUSIVE, List.of("learner has no outcomes")));
    }

    @Test
    void theReasonSaysWhoIsTreatedHowAndWhichLimitWasCrossed() {
        Ruling ruling = DIFFERENCE.judge(CONTRAST, measured(-0.24, -0.30, -0.18, 0.00001));

        assertThat(ruling.reasons())
                .containsExactly("learner has the outcome 24.0 points less often than native"
                        + " (90 % interval -30.0 to -18.0 points, adjusted p < 0.0001), which is significant at 0.05"
                        + " and at least the fail margin of 5.0 points");
    }

    @Test
    void theWholeIsAsGoodAsItsWorstGatingPart() {
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.WARN, Verdict.INCONCLUSIVE, Verdict.FAIL)))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.WARN, Verdict.INCONCLUSIVE)))
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(Verdict.worst(List.of(Verdict.PASS, Verdict.WARN))).isEqualTo(Verdict.WARN);
        assertThat(Verdict.worst(List.of(Verdict.PASS))).isEqualTo(Verdict.PASS);
        assertThat(Verdict.worst(List.of())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Evidence measured(double estimate, double lower, double upper, double p) {
        return new Evidence.Measured(estimate, Optional.of(new Interval(lower, upper, 0.9, "test")), p);
    }
}
