package dev.surety.guardrail.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.TextEdit;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.StreamMode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerStreamTest {
    private static final String LONG = "Your parcel left our warehouse this morning and is on its way to you. ";

    @Test
    void releasesASentenceBeforeTheAnswerEnds() {
        Streams.Outcome outcome = run(StreamMode.HOLD, Streams.inPiecesOf(4, LONG + LONG + LONG));

        assertThat(outcome.shown()).anyMatch(shown -> shown.equals(LONG));
        assertThat(outcome.releasedEarly()).isEqualTo(2 * LONG.length());
        assertThat(outcome.text()).isEqualTo(LONG + LONG + LONG);
        assertThat(outcome.decision().delivered().streaming().releasedUpTo()).isEqualTo(2 * LONG.length());
    }

    @Test
    void masksAValueInAnEarlySentence() {
        Streams.Outcome outcome = run(
                StreamMode.HOLD,
                Streams.inPiecesOf(3, "It was paid to DE89 3704 0044 0532 0130 00 by us. " + LONG + LONG));

        assertThat(outcome.releasedEarly()).isGreaterThan(100);
        assertThat(outcome.text()).startsWith("It was paid to [IBAN] by us. ").doesNotContain("DE89");
        assertThat(outcome.decision().delivered().edits())
                .extracting(TextEdit::operation, TextEdit::start, TextEdit::end)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TextEdit.Operation.REDACT, 15, 42));
    }

    @Test
    void putsTheLabelBeforeTheFirstRelease() {
        Exchange first = withoutEarlierAnswer(Streams.opening(Locale.UK));

        Streams.Outcome outcome = Streams.run(
                StreamPolicies.labelled(), StreamMode.HOLD, first, Streams.inPiecesOf(5, LONG + LONG + LONG));

        String label = "You are chatting with an AI assistant.\n\n";
        assertThat(outcome.shown().stream().filter(shown -> !shown.isEmpty()).findFirst())
                .hasValue(label + LONG);
        assertThat(outcome.text()).isEqualTo(label + LONG + LONG + LONG);
        assertThat(outcome.decision().action()).isEqualTo(Action.ANNOTATE);
    }

    @Test
    void putsADisclaimerBehindTheEnd() {
        String answer = LONG + LONG + "You could consider moving some of your savings into a fund. " + LONG;
        Decision whole =
                StreamPolicies.EVALUATOR.evaluate(Streams.opening(Locale.UK).answering(answer), StreamPolicies.PASSING);

        Streams.Outcome outcome = run(StreamMode.HOLD, Streams.inPiecesOf(6, answer));

        assertThat(outcome.text()).isEqualTo(whole.delivered().text());
    }

    @Test
    void stopsAtAnObjectionAndSaysTheSafeTextInstead() {
        Streams.Outcome outcome = run(
                StreamMode.HOLD, Streams.inPiecesOf(4, LONG + "You should sell your shares. " + LONG + LONG + LONG));

        assertThat(outcome.decision().action()).isEqualTo(Action.ESCALATE);
        assertThat(outcome.text()).startsWith(LONG + "\n\nThis needs somebody who is qualified");
        assertThat(outcome.text()).doesNotContain("sell");
        assertThat(outcome.decision().delivered().edits())
                .extracting(TextEdit::operation, TextEdit::start)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TextEdit.Operation.REPLACE, LONG.length()));
        // It did not wait for the end.
        assertThat(outcome.shown().size() * 4).isLessThan(LONG.length() * 3 + 40);
    }

    @Test
    void releasesNothingWhenTheCustomerNeedsAPerson() {
        Exchange opening = Streams.opening(Locale.UK, "I want to speak to a human, please.");

        Streams.Outcome outcome =
                Streams.run(StreamPolicies.PASSING, StreamMode.HOLD, opening, Streams.inPiecesOf(5, LONG + LONG));

        assertThat(outcome.releasedEarly()).isZero();
        assertThat(outcome.decision().action()).isEqualTo(Action.ESCALATE);
        assertThat(outcome.text()).doesNotContain("parcel");
    }

    @Test
    void theBaselineWaitsForTheWholeAnswerAndNamesTheRules() {
        StreamPlan plan = StreamPlan.of(StreamPolicies.BASELINE, StreamMode.HOLD, StreamPolicies.ANSWERS);

        assertThat(plan.mode()).isEqualTo(StreamMode.BUFFER);
        assertThat(plan.forcedBy()).contains("grounding.contradicted", "length.overlong");
    }

    @Test
    void anAppendedNoteForcesNothing() {
        StreamPlan plan = StreamPlan.of(
                StreamPolicies.with(StreamPolicies.BASELINE, rule -> rule.id().equals("grounding.unsupported")),
                StreamMode.HOLD,
                StreamPolicies.ANSWERS);

        assertThat(plan.mode()).isEqualTo(StreamMode.HOLD);
        assertThat(plan.forcedBy()).isEmpty();
    }

    @Test
    void optimisticShowsAtOnceAndTakesBack() {
        Streams.Outcome outcome = run(
                StreamMode.OPTIMISTIC,
                Streams.inPiecesOf(4, LONG + "It was paid to DE89 3704 0044 0532 0130 00 by us. " + LONG));

        assertThat(outcome.shown().getFirst()).isEqualTo("You");
        assertThat(outcome.shown()).anyMatch(shown -> shown.contains("3704"));
        assertThat(outcome.text()).isEqualTo(LONG + "It was paid to [IBAN] by us. " + LONG);
        assertThat(outcome.decision().delivered().streaming().retracted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void noReleaseEndsWithinACharacter(StreamMode mode) {
        String family = "👩‍👩‍👧‍👦";
        String answer = (family + "🇩🇪 e\u0301te\u0301 is over, and so is this. ").repeat(6);

        Streams.Outcome outcome = run(mode, Streams.inPiecesOf(1, answer));

        assertThat(outcome.text()).isEqualTo(answer);
        for (String shown : outcome.shown()) {
            assertThat(shown.isEmpty() || Graphemes.lastBoundary(shown + "x", 0) == shown.length())
                    .as("'%s' ends with a whole character", shown)
                    .isTrue();
        }
    }

    @Test
    void aBrokenStreamDeliversWhatWasReleasedAndNoMore() {
        StreamPlan plan = StreamPlan.of(StreamPolicies.PASSING, StreamMode.HOLD, StreamPolicies.ANSWERS);
        AnswerStream stream =
                new AnswerStream(plan, StreamPolicies.ANSWERS, Streams.opening(Locale.UK), StreamPolicies.PASSING);
        var _ = stream.append(LONG + LONG + "It was paid to DE89 3704 0044");

        Decision decision = StreamPolicies.EVALUATOR.evaluate(
                stream.exchange(), StreamPolicies.PASSING, stream.released(false, 7L));

        assertThat(decision.delivered().text()).isEqualTo(LONG + LONG);
        assertThat(decision.delivered().streaming().complete()).isFalse();
        assertThat(decision.delivered().streaming().firstReleaseMicros()).isEqualTo(7L);
    }

    private static Streams.Outcome run(StreamMode mode, List<String> pieces) {
        return Streams.run(StreamPolicies.PASSING, mode, Streams.opening(Locale.UK), pieces);
    }

    private static Exchange withoutEarlierAnswer(Exchange exchange) {
        Conversation conversation = exchange.conversation();
        return new Exchange(
                exchange.stage(),
                conversation,
                exchange.customer(),
                List.of(new Message(Message.Role.USER, "A question.")),
                exchange.response(),
                exchange.passages(),
                exchange.attributes(),
                exchange.day());
    }
}
