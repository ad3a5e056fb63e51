package dev.surety.guardrail.policy.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.policy.Trend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelTrendTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "score >= threshold; FALLS",
                "threshold <= score; FALLS",
                "score < threshold; RISES",
                "!(score < threshold); FALLS",
                "score < threshold && checks.retrieval.passages > 0; RISES",
                "stage == 'input' || score > threshold; FALLS",
                "stage == 'input' ? score > threshold : score >= threshold; FALLS",
                "stage == 'input' ? score > threshold : score < threshold; UNKNOWN",
                "score > threshold && score < threshold; UNKNOWN",
                "score > threshold + 0.1; UNKNOWN",
                "score == threshold; UNKNOWN",
                "threshold > threshold; UNKNOWN",
                "[0.1, 0.2].exists(each, each > threshold); UNKNOWN",
                "(threshold > 0.5) == true; UNKNOWN",
                "threshold > 0.5 ? true : false; UNKNOWN",
                "score > 0.5; STAYS",
                "checks.threshold.score > 0.5; STAYS",
                "score >=; UNKNOWN"
            })
    void tellsHowAConditionMovesWithItsThreshold(String condition, Trend expected) {
        assertThat(new CelConditionEngine().trend(condition, "threshold")).isEqualTo(expected);
    }
}
