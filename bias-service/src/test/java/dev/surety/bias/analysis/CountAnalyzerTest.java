package dev.surety.bias.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Oracles;
import dev.surety.bias.metric.Proportion;
import dev.surety.bias.metric.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Counts of groups lead to the verdicts that a statistician would give. */
class CountAnalyzerTest {
    static final Thresholds THRESHOLDS =
            new Thresholds(0.05, 0.05, 0.10, 0.80, new Thresholds.Evidence(10, 30, 0.02, 6, 0.05));

    private final CountAnalyzer analyzer =
            new CountAnalyzer(THRESHOLDS, CountAnalyzer.METRICS, MultipleComparisons.HOLM);

    @TestFactory
    Stream<DynamicTest> verdictsOnPublishedData() {
        return Oracles.read("independent-groups.json")
                .get("cases")
                .valueStream()
                .filter(oracle -> oracle.has("verdict"))
                .map(oracle -> DynamicTest.dynamicTest(oracle.get("name").asText(), () -> {
                    Map<String, Proportion> groups = new LinkedHashMap<>();
                    groups.put("reference", proportion(oracle.get("reference")));
                    groups.put("other", proportion(oracle.get("other")));

                    Analysis analysis = analyzer.analyse(groups, Optional.of("reference"));

                    assertThat(analysis.verdict().name())
                            .isEqualTo(oracle.get("verdict").asText());
                }));
    }

    private static Proportion proportion(JsonNode pair) {
        return new Proportion(pair.get(0).asLong(), pair.get(1).asLong());
    }

    @Test
    void aDeclaredGroupWithoutOutcomesKeepsTheWholeFromPassing() {
        Analysis analysis =
                analyzer.analyse(groups("a", 5_000, 10_000, "b", 5_000, 10_000, "c", 0, 0), Optional.of("a"));

        assertThat(analysis.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(analysis.reasons())
                .containsExactly(
                        "impact-ratio, c against a: c was declared but has no outcomes",
                        "parity-difference, c against a: c was declared but has no outcomes");
    }

    @Test
    void equalRatesOfLargeGroupsPass() {
        Analysis analysis = analyzer.analyse(groups("a", 5_000, 10_000, "b", 4_990, 10_000), Optional.of("a"));

        assertThat(analysis.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void groupsBelowTheMinimumProveNothing() {
        Analysis analysis = analyzer.analyse(groups("a", 900, 1_000, "b", 0, 9), Optional.of("a"));

        assertThat(analysis.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(analysis.reasons().getFirst()).contains("b has 9 outcomes, fewer than the minimum of 10");
    }

    @Test
    void allEmptyAndAllUnfavourableGroupsAreUndefinedAndNoFault() {
        assertThat(analyzer.analyse(groups("a", 0, 0, "b", 0, 0), Optional.empty())
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        Analysis nothingGranted = analyzer.analyse(groups("a", 0, 500, "b", 0, 500), Optional.of("a"));

        assertThat(nothingGranted.findings().getFirst().ruling().reasons())
                .containsExactly("the ratio is undefined, because no group has a favourable outcome");
    }

    @Test
    void aZeroRateAgainstAHighOneFailsWithoutAnInterval() {
        Finding ratio = analyzer.analyse(groups("a", 50, 100, "b", 0, 100), Optional.of("a"))
                .findings()
                .getFirst();

        assertThat(ratio.measurement().estimate()).isEqualTo(0.0);
        assertThat(ratio.measurement().intervals()).isEmpty();
        assertThat(ratio.ruling().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aTinyGroupWithALuckyRateIsNotTheReference() {
        Analysis analysis =
                analyzer.analyse(groups("big", 500, 1_000, "lucky", 12, 12, "other", 480, 1_000), Optional.empty());

        assertThat(analysis.reference()).isEqualTo("big");
        assertThat(analysis.notes())
                .containsExactly(
                        "big is the reference, because its favourable rate is the highest",
                        "too small to be the reference: lucky");
    }

    @Test
    void aReferenceThatTheDataPickedIsPaidForInTheCorrection() {
        Map<String, Proportion> groups = groups("a", 60, 100, "b", 45, 100, "c", 50, 100, "d", 52, 100);

        Finding named = analyzer.analyse(groups, Optional.of("a")).findings().getFirst();
        Finding picked = analyzer.analyse(groups, Optional.empty()).findings().getFirst();

        assertThat(named.adjustment().family()).isEqualTo(3);
        assertThat(picked.adjustment().family()).isEqualTo(6);
        assertThat(picked.adjustment().p()).isCloseTo(2 * named.adjustment().p(), within(1e-12));
    }

    @Test
    void ratioAndDifferenceOfTheSameRatesAreOneQuestion() {
        Analysis analysis = analyzer.analyse(groups("a", 25, 43, "b", 3, 15), Optional.of("a"));

        assertThat(analysis.findings())
                .extracting(finding -> finding.adjustment().family())
                .containsExactly(1, 1);
        assertThat(analysis.findings().getFirst().adjustment().p()).isCloseTo(0.0159276, within(1e-6));
    }

    @Test
    void whatDoesNotGateDoesNotDecide() {
        CountAnalyzer ratioOnly = new CountAnalyzer(THRESHOLDS, Set.of("impact-ratio"), MultipleComparisons.HOLM);

        // 95 % against 85 %: ten points apart, yet a ratio of 0.89.
        Analysis analysis = ratioOnly.analyse(groups("a", 9_500, 10_000, "b", 8_500, 10_000), Optional.of("a"));

        assertThat(analysis.verdict()).isEqualTo(Verdict.PASS);
        assertThat(analysis.findings().getLast().ruling().verdict()).isEqualTo(Verdict.FAIL);
    }

    static Map<String, Proportion> groups(Object... namesAndCounts) {
        Map<String, Proportion> groups = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCounts.length; i += 3) {
            groups.put((String) namesAndCounts[i], new Proportion((Integer) namesAndCounts[i + 1], (Integer)
                    namesAndCounts[i + 2]));
        }
        return groups;
    }
}
