package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Passage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetrievalCheckTest {
    private static final RetrievalCheck CHECK = new RetrievalCheck();

    record Source(
            int score,
            @Nullable Boolean cited,
            @Nullable String validFrom,
            @Nullable String validTo) {
        Passage passage() {
            return new Passage("p", "Text.", score, "kb", cited == null || cited, day(validFrom), day(validTo));
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }

    record Case(
            List<Source> passages,
            double topScore,
            double topCitedScore,
            double margin,
            long cited,
            long expired,
            long notYetValid,
            long citedOutdated) {}

    static List<Case> cases() {
        return Samples.read("retrieval.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsAndRatesThePassages(Case one) {
        List<Passage> passages = one.passages().stream().map(Source::passage).toList();

        CheckResult result = CHECK.examine(Samples.answers("An answer.", "?", passages, Map.of()), CheckSettings.NONE);

        assertThat(result.values())
                .containsOnly(
                        Map.entry("passages", (long) passages.size()),
                        Map.entry("cited", one.cited()),
                        Map.entry("expired", one.expired()),
                        Map.entry("notYetValid", one.notYetValid()),
                        Map.entry("citedOutdated", one.citedOutdated()),
                        Map.entry("topScore", one.topScore()),
                        Map.entry("topCitedScore", one.topCitedScore()),
                        Map.entry("margin", one.margin()),
                        Map.entry("questionCoverage", 1.0));
    }

    @Test
    void measuresHowMuchOfTheQuestionStandsInThePassages() {
        String passage = "Die Rückgabefrist beträgt 14 Tage.";

        assertThat(coverage("Can I return the headphones?", passage)).isEqualTo(0.5);
        assertThat(coverage("Do you sell garden furniture?", passage)).isEqualTo(0.0);
        assertThat(coverage("Wie lange ist die Frist für eine Rückgabe?", passage))
                .isGreaterThan(0.3);
    }

    private static double coverage(String question, String passage) {
        return (double) CHECK.examine(Samples.answers("An answer.", question, List.of(passage)), CheckSettings.NONE)
                .values()
                .get("questionCoverage");
    }

    @Test
    void pointsAtThePassageThatHasRunOut() {
        List<Passage> passages = List.of(
                new Source(800, true, null, null).passage(), new Source(800, true, null, "2026-06-30").passage());

        CheckResult result = CHECK.examine(Samples.answers("An answer.", "?", passages, Map.of()), CheckSettings.NONE);

        assertThat(result.findings()).containsExactly(new Finding("retrieval.expired", "passages[1].text", 0, 5, 1000));
    }
}
