package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Commitment.Due;
import dev.surety.guardrail.evaluation.Commitment.Money;
import dev.surety.guardrail.evaluation.Exchange;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CommitmentsCheckTest {
    private static final CommitmentsCheck CHECK = new CommitmentsCheck();

    record Case(String answer, List<String> promises) {}

    static List<Case> cases() {
        return Samples.read("commitments.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatIsPromised(Case one) {
        CheckResult result = CHECK.examine(Samples.answers(one.answer(), "A question.", List.of()), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("promises", one.promises());
    }

    @Test
    void pointsAtThePromiseAndKnowsTheHighestAmount() {
        Exchange exchange =
                Samples.answers("Thanks. I will refund you €10 and €35 for shipping.", "A question.", List.of());

        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        assertThat(result.values()).containsEntry("amount", 35.0).containsEntry("kinds", List.of("refund"));
        assertThat(result.findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(Samples.marked(exchange, finding)).startsWith("I will refund"));
    }

    @ParameterizedTest
    @CsvSource({
        "'I will refund you 49.90 euros by Friday.', 4990, EUR, 2026-11-20,",
        "'I will refund you $5 within 3 days.', 500, USD, , 3",
        "'We will replace the cable by 5 January.', , , 2027-01-05,",
        "'A colleague will call you back within 36 hours.', , , , 2",
        "'You will receive a refund of £7 within 5 business days.', 700, GBP, 2026-11-27,",
        "'Ich werde Ihnen 12 Euro bis morgen erstatten.', 1200, EUR, 2026-11-21,"
    })
    void reckonsWhatIsOwedAndByWhen(
            String answer,
            @Nullable Long minorUnits,
            @Nullable String currency,
            @Nullable LocalDate on,
            @Nullable Integer days) {
        CheckResult result = CHECK.examine(Samples.answers(answer, "A question.", List.of()), CheckSettings.NONE);

        assertThat(result.commitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.amount())
                    .isEqualTo(minorUnits == null || currency == null ? null : new Money(minorUnits, currency));
            assertThat(commitment.due()).isEqualTo(new Due(on, days));
        });
    }

    @Test
    void aCustomerPromisesNothingInTheCompanysName() {
        CheckResult result = CHECK.examine(Samples.says("I will refund you 50 euros."), CheckSettings.NONE);

        assertThat(result.findings()).isEmpty();
    }
}
