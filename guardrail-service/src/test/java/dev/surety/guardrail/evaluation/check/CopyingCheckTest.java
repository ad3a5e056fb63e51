package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CopyingCheckTest {
    private static final CopyingCheck CHECK = new CopyingCheck();

    record Case(String answer, int minTokens, List<String> finds) {}

    static List<Case> cases() {
        return Samples.read("copying.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsCopiedAndNothingElse(Case one) {
        // Given
        Exchange exchange = Samples.answers(one.answer(), "Tell me.", List.of());

        // When
        CheckResult result = CHECK.examine(exchange, ProtectedTexts.copying(one.minTokens()));

        // Then
        assertThat(result.findings().stream()
                        .map(finding -> finding.category().substring("copying.".length()) + ": "
                                + Samples.marked(exchange, finding)))
                .containsExactlyElementsOf(one.finds());
    }

    @Test
    void saysHowLongTheRunIsAndFromWhereItComes() {
        CheckResult result = CHECK.examine(
                Samples.answers("He wrote: " + ProtectedTexts.DECLARATION, "Tell me.", List.of()),
                ProtectedTexts.copying(20));

        assertThat(result.values()).containsEntry("longestRun", 56L).containsEntry("sources", List.of("declaration"));
        assertThat(result.scorePerMille()).isGreaterThan(900);
    }

    @Test
    void scoresLongerRunsHigher() {
        CheckSettings settings = ProtectedTexts.copying(10);
        String shorter = "We hold these truths to be self-evident, that all men are created equal.";

        assertThat(CHECK.examine(Samples.answers(ProtectedTexts.DECLARATION, "?", List.of()), settings)
                        .scorePerMille())
                .isGreaterThan(CHECK.examine(Samples.answers(shorter, "?", List.of()), settings)
                        .scorePerMille());
    }

    @Test
    void leavesQuestionsAlone() {
        CheckResult result = CHECK.examine(Samples.says(ProtectedTexts.DECLARATION), ProtectedTexts.copying(20));

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void findsNothingWithoutProtectedTexts() {
        CheckResult result =
                CHECK.examine(Samples.answers(ProtectedTexts.DECLARATION, "?", List.of()), CheckSettings.NONE);

        assertThat(result.findings()).extracting(Finding::category).isEmpty();
    }
}
