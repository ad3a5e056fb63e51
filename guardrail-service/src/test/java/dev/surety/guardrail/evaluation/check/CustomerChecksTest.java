package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handover, complaint and distress: what customers say, and which of the check's categories a policy would act on. */
class CustomerChecksTest {
    private static final int ACTED_ON = 600;
    private static final List<Check> CHECKS =
            List.of(CustomerSignalCheck.handover(), CustomerSignalCheck.complaint(), CustomerSignalCheck.distress());

    record Case(Check check, String says, List<String> finds) {
        @Override
        public String toString() {
            return check.name() + ": " + says;
        }
    }

    record Line(String says, List<String> finds) {}

    static Stream<Case> cases() {
        return CHECKS.stream()
                .flatMap(check -> Samples.read(check.name() + ".yaml", new TypeReference<List<Line>>() {}).stream()
                        .map(line -> new Case(check, line.says(), line.finds())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsMeantAndNothingElse(Case one) {
        // When
        CheckResult result = one.check().examine(Samples.says(one.says()), CheckSettings.NONE);

        // Then
        assertThat(result.findings().stream()
                        .filter(finding -> finding.scorePerMille() >= ACTED_ON)
                        .map(Finding::category)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(one.finds());
    }

    @Test
    void pointsAtTheWordsInTheRightMessage() {
        var exchange = Samples.says("The app is broken.", "Please let me talk to a real person.");

        CheckResult result = CustomerSignalCheck.handover().examine(exchange, CheckSettings.NONE);

        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.path()).isEqualTo("messages[1].content"))
                .extracting(finding -> Samples.marked(exchange, finding))
                .contains("let me talk to a real person");
        assertThat(result.values()).containsEntry("kinds", List.of("person"));
    }

    @Test
    void namesTheKindsThatAreLikely() {
        CheckResult result = CustomerSignalCheck.complaint()
                .examine(
                        Samples.says("I want to make a formal complaint and my lawyer will contact you."),
                        CheckSettings.NONE);

        assertThat(result.values()).containsEntry("kinds", List.of("formal", "legal"));
    }
}
