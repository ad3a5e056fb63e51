package dev.surety.guardrail.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.decision.PartialAnswers;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.PiiCheck;
import dev.surety.guardrail.policy.StreamMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stream costs as much as its answer is long, whatever the answer is and in however small pieces it comes. */
class StreamCostTest {
    private static final int LONG = 64 * 1024;

    static Stream<String> answers() {
        return Stream.of(
                "Your parcel left our warehouse this morning and is on its way to you. ",
                "No. ",
                "Yes! ",
                "a ",
                "4111 1111 1111 1111. ",
                "It goes on and on and never ends, ",
                "x".repeat(2_000) + ". ",
                "\n");
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachCharacterIsLookedAtABoundedNumberOfTimes(String piece) {
        Counting pii = new Counting();
        List<Check> checks = new ArrayList<>(StreamPolicies.CHECKS.all());
        checks.removeIf(check -> check.name().equals("pii"));
        checks.add(pii);
        PartialAnswers answers = new PartialAnswers(new CheckCatalogue(checks), (check, failure) -> {
            throw new AssertionError(check, failure);
        });
        StreamPlan plan = StreamPlan.of(StreamPolicies.PASSING, StreamMode.HOLD, answers);
        AnswerStream stream = new AnswerStream(plan, answers, Streams.opening(Locale.UK), StreamPolicies.PASSING);
        String answer = piece.repeat(LONG / piece.length());

        long released = 0;
        for (String delta : Streams.inPiecesOf(4, answer)) {
            released += stream.append(delta).text().length();
        }

        assertThat(pii.characters).as("characters looked at").isLessThan(8L * LONG);
        assertThat(released).isLessThanOrEqualTo(2L * LONG);
    }

    /** The check for personal data, counting what it is shown. */
    private static final class Counting implements Check {
        private final PiiCheck check = new PiiCheck();
        private long characters;

        @Override
        public String name() {
            return check.name();
        }

        @Override
        public int version() {
            return check.version();
        }

        @Override
        public Set<Locale> languages() {
            return check.languages();
        }

        @Override
        public Map<String, Setting> settings() {
            return check.settings();
        }

        @Override
        public Map<String, ValueType> values() {
            return check.values();
        }

        @Override
        public Reach reach(CheckSettings settings) {
            return check.reach(settings);
        }

        @Override
        public CheckResult examine(Exchange exchange, CheckSettings settings) {
            characters += exchange.subject().length();
            return check.examine(exchange, settings);
        }
    }
}
