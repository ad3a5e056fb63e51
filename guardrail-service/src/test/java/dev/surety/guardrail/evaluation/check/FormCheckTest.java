package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.check.answer.Gsm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormCheckTest {
    private static final FormCheck CHECK = new FormCheck();

    record Case(
            String answer, List<String> found, boolean greeting, boolean closing, boolean discloses, boolean denies) {}

    static List<Case> cases() {
        return Samples.read("form.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void seesTheFormOfAnAnswer(Case one) {
        Exchange exchange = Samples.answers(one.answer(), "A question.", List.of());

        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        assertThat(result.findings())
                .extracting(finding ->
                        finding.category().substring("form.".length()) + "=" + Samples.marked(exchange, finding))
                .containsExactlyElementsOf(one.found());
        assertThat(result.values())
                .containsEntry("greeting", one.greeting())
                .containsEntry("closing", one.closing())
                .containsEntry("discloses", one.discloses())
                .containsEntry("denies", one.denies());
    }

    @ParameterizedTest
    @CsvSource({"a,160,1", "a,161,2", "a,306,2", "a,307,3", "€,80,1", "€,81,2", "ł,70,1", "ł,71,2", "ł,135,3"})
    void countsTextMessagesAsTheNetworkDoes(String character, int times, int segments) {
        assertThat(Gsm.segments(character.repeat(times))).isEqualTo(segments);
    }

    @Test
    void hasNothingToSayAboutAQuestion() {
        assertThat(CHECK.examine(Samples.says("**I am a human.**"), CheckSettings.NONE)
                        .findings())
                .isEmpty();
    }
}
