package dev.surety.guardrail.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.decision.Released;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.StreamMode;
import dev.surety.guardrail.stream.NumberedStream.Piece;
import dev.surety.guardrail.stream.NumberedStream.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NumberedStreamTest {
    private static final String SENTENCE = "Your parcel left our warehouse this morning and is on its way to you. ";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Journal journal = new Journal();

    @Test
    void aRepeatedPieceGetsTheSameAnswerAndChangesNothing() throws NotRecordedException {
        NumberedStream stream = stream("acme", 1);
        var first = stream.take(new Piece(0, SENTENCE + SENTENCE, false));

        assertThat(stream.take(new Piece(0, SENTENCE + SENTENCE, false))).isEqualTo(first);
        var last = (Taken) stream.take(new Piece(1, "Bye.", true));
        assertThat(stream.take(new Piece(1, "Bye.", true))).isEqualTo(last);
        assertThat(((Taken) first).release().text() + last.release().text()).isEqualTo(SENTENCE + SENTENCE + "Bye.");
        assertThat(journal.recorded).hasSize(1);
    }

    @Test
    void refusesPiecesThatDoNotFit() throws NotRecordedException {
        NumberedStream stream = stream("acme", 1);
        var _ = stream.take(new Piece(0, "One", false));

        assertThat(stream.take(new Piece(2, "Three", false))).isEqualTo(new NumberedStream.OutOfTurn(1));
        assertThat(stream.take(new Piece(0, "Other", false))).isEqualTo(new NumberedStream.Contradiction());
        assertThat(stream.take(new Piece(1, "x".repeat(1_000), false))).isEqualTo(new NumberedStream.TooLong(1_000));
        assertThat(stream.take(new Piece(1, " two.", true))).isInstanceOf(Taken.class);
        assertThat(stream.take(new Piece(2, "More", false))).isEqualTo(new NumberedStream.Over());
    }

    @Test
    void refusesAnAnswerThatSaysNothingAndHalvesOfCharacters() throws NotRecordedException {
        NumberedStream stream = stream("acme", 1);

        assertThat(stream.take(new Piece(0, " ", true))).isEqualTo(new NumberedStream.Empty());
        assertThat(stream.take(new Piece(0, "\uDE00", false))).isEqualTo(new NumberedStream.BrokenCharacter());
        assertThat(stream.take(new Piece(0, "\uD83D", true))).isEqualTo(new NumberedStream.BrokenCharacter());
        assertThat(stream.take(new Piece(0, "\uD83D", false))).isInstanceOf(Taken.class);
        assertThat(stream.take(new Piece(1, "x", false))).isEqualTo(new NumberedStream.BrokenCharacter());
        assertThat(((Taken) stream.take(new Piece(1, "\uDE00", true))).release().text())
                .isEqualTo("\uD83D\uDE00");
    }

    @Test
    void releasesNothingMoreUntilTheDecisionIsOnRecord() throws NotRecordedException {
        NumberedStream stream = stream("acme", 1);
        journal.away = true;

        assertThatThrownBy(() -> stream.take(new Piece(0, "All is well.", true)))
                .isInstanceOf(NotRecordedException.class);
        journal.away = false;

        assertThat(((Taken) stream.take(new Piece(0, "All is well.", true)))
                        .release()
                        .text())
                .isEqualTo("All is well.");
        assertThat(journal.recorded).hasSize(1);
    }

    @Test
    void endsAsSoonAsTheAnswerIsCertainToBeReplaced() throws NotRecordedException {
        NumberedStream stream = stream("acme", 1);

        var taken = (Taken) stream.take(new Piece(0, SENTENCE + "You should sell your shares. " + SENTENCE, false));

        assertThat(taken.evaluation()).isNotNull();
        assertThat(taken.release().text()).doesNotContain("sell").contains("qualified to advise you");
        assertThat(stream.take(new Piece(1, "More", false))).isEqualTo(new NumberedStream.Over());
    }

    @Test
    void aSilentStreamIsForgottenAndItsReleasedPartRecorded() throws NotRecordedException {
        TestClock clock = new TestClock();
        OpenStreams streams = new OpenStreams(new OpenStreams.Limits(4, 2, Duration.ofSeconds(60)), clock);
        NumberedStream stream = streams.open(stream("acme", 1)).orElseThrow();
        var _ = stream.take(new Piece(0, SENTENCE + SENTENCE + "It is paid to DE89 3704", false));

        clock.now = NOW.plusSeconds(59);
        streams.expire();
        assertThat(streams.count()).isEqualTo(1);
        clock.now = NOW.plusSeconds(61);
        streams.expire();

        assertThat(streams.find("acme", stream.id())).isEmpty();
        assertThat(journal.recorded).singleElement().satisfies(released -> {
            assertThat(released.text()).isEqualTo(SENTENCE + SENTENCE);
            assertThat(released.streaming().complete()).isFalse();
        });
    }

    @Test
    void aStreamIsKeptWhileItsRecordCannotBeWritten() throws NotRecordedException {
        TestClock clock = new TestClock();
        OpenStreams streams = new OpenStreams(new OpenStreams.Limits(4, 2, Duration.ofSeconds(60)), clock);
        NumberedStream stream = streams.open(stream("acme", 1)).orElseThrow();
        var _ = stream.take(new Piece(0, SENTENCE, false));
        journal.away = true;

        clock.now = NOW.plusSeconds(61);
        streams.expire();
        assertThat(streams.count()).isEqualTo(1);
        journal.away = false;
        clock.now = NOW.plusSeconds(200);
        streams.expire();

        assertThat(streams.count()).isZero();
        assertThat(journal.recorded).hasSize(1);
    }

    @Test
    void aTenantCannotCrowdOutTheOthersNorSeeTheirStreams() {
        OpenStreams streams = new OpenStreams(new OpenStreams.Limits(3, 2, Duration.ofSeconds(60)), new TestClock());

        NumberedStream first = streams.open(stream("acme", 1)).orElseThrow();
        assertThat(streams.open(stream("acme", 2))).isPresent();
        assertThat(streams.open(stream("acme", 3))).isEmpty();
        assertThat(streams.open(stream("globex", 4))).isPresent();
        assertThat(streams.open(stream("initech", 5))).isEmpty();
        assertThat(streams.open(stream("acme", 1))).containsSame(first);
        assertThat(streams.find("globex", first.id())).isEmpty();
        assertThat(streams.find("acme", first.id())).containsSame(first);
    }

    private NumberedStream stream(String tenant, int number) {
        Policy policy = StreamPolicies.PASSING;
        StreamPlan plan = StreamPlan.of(policy, StreamMode.HOLD, StreamPolicies.ANSWERS);
        Exchange opening = Streams.opening(Locale.UK);
        AnswerStream answer = new AnswerStream(plan, StreamPolicies.ANSWERS, opening, policy);
        StreamedAnswer streamed = new StreamedAnswer(
                answer,
                plan,
                policy,
                text -> new Evaluation.Request(tenant, "request-" + number, "sha256:" + text.length(), "bot"),
                journal);
        return new NumberedStream(new UUID(0, number), tenant, "sha256:opening", streamed, 1_000);
    }

    /** Decides as the service does, and keeps the records; or cannot, as long as the broker is away. */
    private static final class Journal implements StreamedAnswer.Deciding {
        private final List<Released> recorded = new ArrayList<>();
        private boolean away;

        @Override
        public Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy, Released released)
                throws NotRecordedException {
            if (away) {
                throw new NotRecordedException(new IllegalStateException("away"));
            }
            recorded.add(released);
            return new Evaluation(
                    new UUID(1, 1),
                    request,
                    exchange,
                    StreamPolicies.EVALUATOR.evaluate(exchange, policy, released),
                    NOW,
                    1,
                    List.of());
        }

        @Override
        public Action preview(Exchange exchange, Policy policy, Released released) {
            return StreamPolicies.EVALUATOR.evaluate(exchange, policy, released).action();
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
