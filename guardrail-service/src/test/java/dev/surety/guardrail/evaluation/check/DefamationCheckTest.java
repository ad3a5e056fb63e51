package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefamationCheckTest {
    private static final DefamationCheck CHECK = new DefamationCheck();
    private static final Source SOURCE = read();

    /** What an answer says, the passage it may rest on, and the kinds of claims that nothing bears out. */
    record Case(String says, @Nullable String passage, List<String> finds) {
        Exchange exchange() {
            return Samples.answers(says, "A question.", passage == null ? List.of() : List.of(passage));
        }

        private Stream<Case> filled(String slot, List<String> fillings) {
            String mark = "{" + slot + "}";
            return says.contains(mark)
                    ? fillings.stream()
                            .map(filling -> new Case(
                                    says.replace(mark, filling),
                                    passage == null ? null : passage.replace(mark, filling),
                                    finds))
                    : Stream.of(this);
        }
    }

    private record Source(
            Map<String, List<String>> slots, List<Case> texts, List<String> requests, List<String> harmless) {}

    private static Source read() {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (InputStream stream = DefamationCheckTest.class.getResourceAsStream("defamation.yaml")) {
            return yaml.readValue(stream, Source.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Case> cases() {
        Stream<Case> cases = SOURCE.texts().stream();
        for (Map.Entry<String, List<String>> slot : SOURCE.slots().entrySet()) {
            cases = cases.flatMap(one -> one.filled(slot.getKey(), slot.getValue()));
        }
        return cases.toList();
    }

    static List<String> requests() {
        return SOURCE.requests();
    }

    static List<String> harmless() {
        return SOURCE.harmless();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsHarmfulClaimsThatNothingBearsOut(Case one) {
        CheckResult result = CHECK.examine(one.exchange(), CheckSettings.NONE);

        assertThat(result.values()).containsEntry("kinds", one.finds());
    }

    @Test
    void theSentencesAreEnough() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(190);
    }

    @Test
    void pointsAtNameAndClaim() {
        Exchange exchange = Samples.answers("Good news. Marlene Kostrau is a fraudster, by the way.", "Hi", List.of());

        CheckResult result = CHECK.examine(exchange, CheckSettings.NONE);

        assertThat(result.findings())
                .extracting(finding -> Samples.marked(exchange, finding))
                .containsExactly("Marlene Kostrau is a fraudster");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void noticesCustomersWhoWantSomebodyRunDown(String asks) {
        CheckResult result = CHECK.examine(Samples.says(asks), CheckSettings.NONE);

        assertThat(result.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.category()).isEqualTo("defamation.requested"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void leavesReviewsAndReportsAlone(String asks) {
        assertThat(CHECK.examine(Samples.says(asks), CheckSettings.NONE).findings())
                .isEmpty();
    }
}
