package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarksCheckTest {
    private static final MarksCheck CHECK = new MarksCheck();

    record Case(String text, List<String> finds) {}

    static List<Case> cases() {
        return Samples.read("marks.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsMarksAndNothingElse(Case one) {
        // Given
        Exchange exchange = Samples.answers(one.text(), "?", List.of());

        // When
        CheckResult result = CHECK.examine(exchange, ProtectedTexts.marks());

        // Then
        assertThat(result.findings().stream()
                        .map(finding -> finding.category().substring("marks.".length()) + ": "
                                + Samples.marked(exchange, finding)))
                .containsExactlyElementsOf(one.finds());
    }

    @Test
    void countsByOwner() {
        CheckResult result = CHECK.examine(
                Samples.answers("Zolvera beats Quandrio Pay and the Summit card.", "?", List.of()),
                ProtectedTexts.marks());

        assertThat(result.values())
                .containsEntry("own", 1L)
                .containsEntry("competitors", 2L)
                .containsEntry("others", 0L);
    }

    @Test
    void isNotSureOfACommonWordAtTheBeginningOfASentence() {
        CheckResult result =
                CHECK.examine(Samples.answers("Fine. Summit talks go on.", "?", List.of()), ProtectedTexts.marks());

        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.scorePerMille()).isEqualTo(400));
    }
}
