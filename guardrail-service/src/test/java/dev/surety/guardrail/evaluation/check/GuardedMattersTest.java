package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the system message keeps secret or off limits, and which words of a customer ask for it. */
class GuardedMattersTest {
    private static final InjectionCheck CHECK = new InjectionCheck();

    record Case(String system, String says, boolean guarded) {}

    static List<Case> cases() {
        return Samples.read("guarded-matters.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsRequestsForWhatIsGuardedFromOtherWords(Case one) {
        // When
        CheckResult result = CHECK.examine(Samples.saysToBot(one.system(), one.says()), CheckSettings.NONE);

        // Then
        assertThat((double) result.values().get("direct") >= 0.5)
                .as("%s in %s", result.values().get("direct"), result.findings())
                .isEqualTo(one.guarded());
    }
}
