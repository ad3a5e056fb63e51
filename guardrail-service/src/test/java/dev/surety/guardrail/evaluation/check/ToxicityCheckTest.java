package dev.surety.guardrail.evaluation.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToxicityCheckTest {
    private static final ToxicityCheck CHECK = new ToxicityCheck();

    /** What a customer says, or what a bot answers, and the kinds of abuse in it. */
    record Case(@Nullable String says, @Nullable String answer, List<String> kinds) {
        Exchange exchange() {
            return says != null ? Samples.says(says) : Samples.answers(text(), "Hello", List.of());
        }

        String text() {
            return requireNonNull(says != null ? says : answer);
        }
    }

    static List<Case> cases() {
        return Samples.read("toxicity.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsAbuseOfPeopleFromAnger(Case one) {
        CheckResult result = CHECK.examine(one.exchange(), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("kinds", one.kinds());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void doesNotDependOnCaseSpacesOrFinalMarks(Case one) {
        // Given
        String text = one.text();
        String other = "  " + text.toUpperCase(Locale.ROOT).replace(" ", "  ") + "!!";
        Case changed = one.says() != null ? new Case(other, null, one.kinds()) : new Case(null, other, one.kinds());

        // When
        CheckResult result = CHECK.examine(changed.exchange(), CheckSettings.NONE);

        // Then
        assertThat(result.values()).containsEntry("kinds", one.kinds());
    }

    @Test
    void saysWhoSaidIt() {
        CheckResult result = CHECK.examine(
                Samples.answers("You are an idiot.", "Where is my parcel?", List.of()), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("received", 0.0);
        assertThat((double) result.values().get("said")).isGreaterThanOrEqualTo(0.6);
    }
}
