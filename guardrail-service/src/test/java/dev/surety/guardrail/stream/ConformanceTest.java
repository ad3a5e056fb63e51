package dev.surety.guardrail.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.RuleResult;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.StreamMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof that streams leak nothing: every kind of finding, in several surroundings, cut at every offset and at pairs
 * of offsets. At no time does the customer read a character that the decision about the whole answer objects to, and
 * what they read in the end is what that decision delivers.
 */
class ConformanceTest {
    private static final String OPENING =
            "Thank you very much for your patience with all of this, we know that it took long. ";
    private static final String ENDING = " Please tell us whether that was of any help. Goodbye for now.";

    /** What stands around a finding; emoji of several code points and right-to-left text have been trouble elsewhere. */
    private static final List<String> SURROUNDINGS = List.of(
            "We looked it up for you today: %s.", "👩‍👩‍👧‍👦 %s 🇫🇷!", "مرحبا بك %s شكرا.", "%s", "Well! %s? Yes.");

    record Sample(String category, String locale, boolean masked, String finding) {
        Exchange opening() {
            return Streams.opening(Locale.forLanguageTag(locale));
        }
    }

    static Stream<Sample> samples() throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try (InputStream in = ConformanceTest.class.getResourceAsStream("findings.yaml")) {
            return yaml.readValue(in, new TypeReference<List<Sample>>() {}).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noViolatingCharacterIsReleasedWhereverTheAnswerIsCut(Sample sample) {
        for (String surroundings : SURROUNDINGS) {
            String answer = OPENING + surroundings.formatted(sample.finding()) + ENDING;
            Decision whole = decide(sample.opening().answering(answer));
            assertObjection(sample, whole);
            for (int at = 0; at <= answer.length(); at++) {
                check(sample, answer, whole, Streams.cut(answer, at));
            }
            for (int size = 1; size <= 7; size++) {
                check(sample, answer, whole, Streams.inPiecesOf(size, answer));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void norWhereTheFindingItselfIsCutTwice(Sample sample) {
        String answer = OPENING + "It is %s.".formatted(sample.finding()) + ENDING;
        Decision whole = decide(sample.opening().answering(answer));
        int start = answer.indexOf(sample.finding());
        int end = start + sample.finding().length();
        for (int first = start; first <= end; first++) {
            for (int second = first; second <= end; second++) {
                check(sample, answer, whole, Streams.cut(answer, first, second));
            }
        }
    }

    private static void assertObjection(Sample sample, Decision whole) {
        assertThat(whole.action().compareTo(Action.REDACT))
                .as("%s is objected to", sample)
                .isLessThanOrEqualTo(0);
        assertThat(whole.action() == Action.REDACT).as("%s is masked", sample).isEqualTo(sample.masked());
        assertThat(objections(whole))
                .as("%s is found as that", sample)
                .anyMatch(finding -> finding.category().equals(sample.category()));
    }

    private static void check(Sample sample, String answer, Decision whole, List<String> pieces) {
        check(sample, answer, whole, pieces, StreamMode.HOLD);
        check(sample, answer, whole, pieces, StreamMode.BUFFER);
    }

    private static void check(Sample sample, String answer, Decision whole, List<String> pieces, StreamMode mode) {
        Streams.Outcome outcome = Streams.run(StreamPolicies.PASSING, mode, sample.opening(), pieces);
        String clean = clean(answer, whole);
        for (String shown : outcome.shown().subList(0, outcome.shown().size() - 1)) {
            assertThat(clean).as("%s read early in %s %s", sample, mode, pieces).startsWith(shown);
        }
        String effective = whole.delivered().text();
        if (whole.action() == Action.REDACT || outcome.releasedEarly() == 0) {
            assertThat(outcome.text()).as("%s in %s %s", sample, mode, pieces).isEqualTo(effective);
        } else {
            String early = outcome.shown().get(outcome.shown().size() - 2);
            assertThat(outcome.text()).as("%s in %s %s", sample, mode, pieces).isEqualTo(early + "\n\n" + effective);
        }
    }

    /** As much of the answer as nobody objects to, with its masks: up to the first finding that cannot be masked. */
    private static String clean(String answer, Decision whole) {
        if (whole.action() == Action.REDACT) {
            return whole.delivered().text();
        }
        int first = objections(whole).stream().mapToInt(Finding::start).min().orElseThrow();
        return answer.substring(0, first);
    }

    private static List<Finding> objections(Decision decision) {
        return decision.results().stream()
                .filter(result -> result.enforced() && result.action().compareTo(Action.REDACT) <= 0)
                .map(RuleResult::findings)
                .flatMap(List::stream)
                .filter(finding -> finding.path().equals(Exchange.RESPONSE_PATH))
                .toList();
    }

    private static Decision decide(Exchange exchange) {
        Decision decision = StreamPolicies.EVALUATOR.evaluate(exchange, StreamPolicies.PASSING);
        assertThat(decision.delivered().edits())
                .extracting(TextEdit::operation)
                .doesNotContain(TextEdit.Operation.PREPEND);
        return decision;
    }
}
