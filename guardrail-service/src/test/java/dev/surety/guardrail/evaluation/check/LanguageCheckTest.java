package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageCheckTest {
    private static final LanguageCheck CHECK = new LanguageCheck();

    record Case(
            String answer, @Nullable String customer, String locale, String found, boolean mismatch, boolean mixed) {
        Exchange exchange() {
            Exchange plain = Samples.answers(answer, customer == null ? "?" : customer, List.of());
            return new Exchange(
                    plain.stage(),
                    new Conversation("c-1", 1, "chat", Locale.forLanguageTag(locale), null),
                    plain.customer(),
                    plain.messages(),
                    plain.response(),
                    plain.passages(),
                    plain.attributes(),
                    plain.day());
        }
    }

    static List<Case> cases() {
        return Samples.read("language.yaml", new TypeReference<>() {});
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsTheLanguageOfAnAnswer(Case one) {
        CheckResult result = CHECK.examine(one.exchange(), CheckSettings.NONE);

        assertThat(result.values())
                .containsEntry("found", one.found())
                .containsEntry("mismatch", one.mismatch())
                .containsEntry("mixed", one.mixed());
    }
}
