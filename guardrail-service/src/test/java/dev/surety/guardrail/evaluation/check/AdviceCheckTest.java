package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceCheckTest {
    private static final int ACTED_ON = 500;
    private static final AdviceCheck CHECK = new AdviceCheck();

    /** Either what a customer asks or what a bot answers, and the fields of advice in it. */
    record Case(@Nullable String asks, @Nullable String answers, List<String> fields) {
        Exchange exchange() {
            return asks != null ? Samples.says(asks) : Samples.answers(answers, "A question.", List.of());
        }
    }

    static List<Case> cases() {
        return Samples.read("advice.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAdviceFromInformation(Case one) {
        // When
        CheckResult result = CHECK.examine(one.exchange(), CheckSettings.NONE);

        // Then
        List<String> found = result.findings().stream()
                .filter(finding -> finding.scorePerMille() >= ACTED_ON)
                .map(Finding::category)
                .distinct()
                .toList();
        // Fields overlap (a life insurance is an investment too), so one more may be named, but never without reason.
        assertThat(found)
                .containsAll(
                        one.fields().stream().map(field -> "advice." + field).toList())
                .hasSizeBetween(one.fields().size(), one.fields().size() * 2);
    }

    @Test
    void scoresTheQuestionAndTheAnswerApart() {
        Exchange exchange = Samples.answers(
                "You should keep the receipt; the rest is for a tax adviser.",
                "Can I deduct my home office from tax?",
                List.of());

        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        assertThat(result.values().get("asked"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Double.class))
                .hasSize(5)
                .hasEntrySatisfying("tax", score -> assertThat(score).isGreaterThan(0.8));
        assertThat(result.values().get("given"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Double.class))
                .hasSize(5)
                .allSatisfy((field, score) -> assertThat(score).isLessThan(0.3));
        assertThat(result.scorePerMille()).isLessThan(300);
    }

    @Test
    void namesTheStrongestField() {
        CheckResult result = CHECK.examine(Samples.says("Can I sue my landlord?"), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("field", "legal");
    }

    @Test
    void saysWhyAndWhatTheLawOfThePlaceMakesOfIt() {
        CheckResult result =
                CHECK.examine(Samples.saysIn("de-DE", "DE", "Soll ich meine Aktien verkaufen?"), CheckSettings.NONE);

        assertThat(result.values())
                .containsEntry("jurisdiction", "DE")
                .containsEntry("standing", "reserved")
                .hasEntrySatisfying(
                        "provision", text -> assertThat((String) text).contains("BaFin"));
        assertThat(result.values().get("because"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .anyMatch(reason -> reason.startsWith("decide*topic +"));
    }
}
