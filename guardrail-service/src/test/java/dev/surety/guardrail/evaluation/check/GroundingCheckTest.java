package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Passage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroundingCheckTest {
    private static final GroundingCheck CHECK = new GroundingCheck();

    record Case(
            @Nullable String customer,
            String answer,
            List<String> passages,
            long supported,
            long echoed,
            @Nullable List<String> unsupported,
            @Nullable List<String> contradicted) {
        Exchange exchange() {
            return Samples.answers(answer, customer == null ? "A question." : customer, passages);
        }
    }

    static List<Case> cases() {
        return Samples.read("grounding.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsEachClaimAgainstThePassages(Case one) {
        // Given
        Exchange exchange = one.exchange();

        // When
        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        // Then
        assertThat(marked(exchange, result, "grounding.contradicted"))
                .containsExactlyElementsOf(one.contradicted() == null ? List.of() : one.contradicted());
        assertThat(marked(exchange, result, "grounding.unsupported"))
                .containsExactlyElementsOf(one.unsupported() == null ? List.of() : one.unsupported());
        assertThat(result.values()).containsEntry("supported", one.supported()).containsEntry("echoed", one.echoed());
    }

    @Test
    void measuresHowMuchOfTheWordingStandsInThePassages() {
        CheckResult same = CHECK.examine(
                Samples.answers("Returns are free.", "?", List.of("Returns are free.")), CheckSettings.NONE);
        CheckResult other = CHECK.examine(
                Samples.answers("Bananas grow upwards.", "?", List.of("Returns are free.")), CheckSettings.NONE);

        assertThat(same.values()).containsEntry("supportRatio", 1.0).containsEntry("comparable", true);
        assertThat(other.values()).containsEntry("supportRatio", 0.0);
    }

    @Test
    void saysWhenAnswerAndPassagesShareNoLanguage() {
        CheckResult result = CHECK.examine(
                Samples.answers(
                        "Die Rückgabe ist für Sie kostenlos.", "?", List.of("The return is free of charge for you.")),
                CheckSettings.NONE);

        assertThat(result.values()).containsEntry("comparable", false).containsEntry("supported", 1L);
    }

    @Test
    void readsOnlyTheCitedPassages() {
        List<Passage> passages = List.of(
                new Passage("p1", "The fee is 5 euros.", 900, "kb", true, null, null),
                new Passage("p2", "The fee is 9 euros.", 900, "kb", false, null, null));

        CheckResult result =
                CHECK.examine(Samples.answers("The fee is 9 euros.", "?", passages, Map.of()), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("contradicted", 1L);
    }

    @Test
    void takesTheIntegratorsFactsForKnown() {
        List<Passage> passages = List.of(new Passage("p1", "Invoices are sent by mail.", 900, "kb", true, null, null));

        CheckResult result = CHECK.examine(
                Samples.answers("Your last invoice was 84.20 euros.", "?", passages, Map.of("lastInvoice", "€84.20")),
                CheckSettings.NONE);

        assertThat(result.values()).containsEntry("echoed", 1L).containsEntry("unsupported", 0L);
    }

    @Test
    void hasNothingToSayAboutAQuestion() {
        CheckResult result = CHECK.examine(Samples.says("Is it 30 days?"), CheckSettings.NONE);

        assertThat(result.findings()).isEmpty();
        assertThat(result.values()).containsEntry("claims", 0L);
    }

    private static List<String> marked(Exchange exchange, CheckResult result, String category) {
        return result.findings().stream()
                .filter(finding -> finding.category().equals(category))
                .map(finding -> Samples.marked(exchange, finding))
                .toList();
    }
}
