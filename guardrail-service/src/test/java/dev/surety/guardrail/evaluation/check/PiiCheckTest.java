package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PiiCheckTest {
    private static final PiiCheck CHECK = new PiiCheck();

    record Case(String text, @Nullable String locale, List<String> finds) {}

    static List<Case> cases() {
        return Samples.read("pii.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsPersonalDataAndNothingElse(Case one) {
        // Given
        Exchange exchange = Samples.saysIn(one.locale() == null ? "en-GB" : one.locale(), null, one.text());

        // When
        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        // Then
        assertThat(result.findings().stream().map(finding -> described(exchange, finding)))
                .containsExactlyElementsOf(one.finds());
    }

    @Test
    void countsByType() {
        CheckResult result = CHECK.examine(Samples.says("a@b.example, c@d.example, 203.0.113.77"), CheckSettings.NONE);

        assertThat(result.values())
                .containsEntry("count", 3L)
                .containsEntry("types", List.of("email", "ip"))
                .containsEntry("counts", Map.of("email", 2L, "ip", 1L));
    }

    @Test
    void looksOnlyForTheTypesThatThePolicyNames() {
        CheckSettings onlyCards = new CheckSettings(Map.of("types", List.of("card")));

        CheckResult result = CHECK.examine(Samples.says("a@b.example 4556737586899855"), onlyCards);

        assertThat(result.findings()).extracting(Finding::category).containsExactly("pii.card");
    }

    @Test
    void leavesContactsAloneThatAPassagePublishes() {
        Exchange exchange = Samples.answers(
                "Ring our hotline on 0800-123 4567 or your adviser on 020 7946 0958.",
                "How do I reach you?",
                List.of("Hotline: 0800 123 4567, free of charge."));

        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        assertThat(result.findings())
                .extracting(finding -> Samples.marked(exchange, finding))
                .containsExactly("020 7946 0958");
    }

    @Test
    void masksPublishedContactsTooWhenThePolicySaysSo() {
        Exchange exchange = Samples.answers(
                "Write to help@shop.example.", "How do I reach you?", List.of("Write to help@shop.example."));

        CheckResult result = CHECK.examine(exchange, new CheckSettings(Map.of("published", false)));

        assertThat(result.findings()).extracting(Finding::category).containsExactly("pii.email");
    }

    private static String described(Exchange exchange, Finding finding) {
        return finding.category().substring("pii.".length()) + ": " + Samples.marked(exchange, finding);
    }
}
