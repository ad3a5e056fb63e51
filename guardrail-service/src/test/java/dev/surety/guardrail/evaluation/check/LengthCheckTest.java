package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LengthCheckTest {
    record Case(String text, long characters, long words, long sentences, double repetition) {}

    static List<Case> cases() {
        return Samples.read("length.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void measures(Case one) {
        CheckResult result = new LengthCheck().examine(Samples.answers(one.text(), "?", List.of()), CheckSettings.NONE);

        assertThat(result.values())
                .containsOnly(
                        Map.entry("characters", one.characters()),
                        Map.entry("words", one.words()),
                        Map.entry("sentences", one.sentences()),
                        Map.entry("repetition", one.repetition()));
    }
}
