package dev.surety.escalation.transcript;

import static dev.surety.escalation.transcript.Speaker.BOT;
import static dev.surety.escalation.transcript.Speaker.CUSTOMER;
import static dev.surety.escalation.transcript.Speaker.HUMAN;
import static dev.surety.escalation.transcript.Speaker.WITHHELD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theFirstExchangeBringsItsWholeHistoryAndItsAnswer() {
        Exchange exchange = exchange(1, "Take 40 mg.", "A colleague will help you.", said(CUSTOMER, "How much?"));

        assertThat(Continuation.first(exchange))
                .containsExactly(
                        said(CUSTOMER, "How much?"),
                        said(WITHHELD, "Take 40 mg."),
                        said(BOT, "A colleague will help you."));
    }

    @Test
    void aBotTextThatWasDeliveredAsItIsStandsOnce() {
        assertThat(Continuation.first(exchange(0, "Hello!", "Hello!", said(CUSTOMER, "Hi"))))
                .containsExactly(said(CUSTOMER, "Hi"), said(BOT, "Hello!"));
    }

    @Test
    void aTextThatNobodySawLeavesNoBotEntry() {
        assertThat(Continuation.first(exchange(0, "Secret", "", said(CUSTOMER, "Hi"))))
                .containsExactly(said(CUSTOMER, "Hi"), said(WITHHELD, "Secret"));
    }

    @Test
    void anIntegratorWhoSendsTheWholeConversationAddsOnlyWhatIsNew() {
        List<Utterance> known = List.of(said(CUSTOMER, "Q1"), said(WITHHELD, "A1"), said(BOT, "wait"));
        Exchange next = exchange(2, null, "", said(CUSTOMER, "Q1"), said(BOT, "wait"), said(CUSTOMER, "Q2"));

        assertThat(Continuation.after(known, 1, next)).containsExactly(said(CUSTOMER, "Q2"));
    }

    @Test
    void aBotThatRemembersItsOwnWithheldWordsDoesNotRepeatThem() {
        List<Utterance> known = List.of(said(CUSTOMER, "Q1"), said(WITHHELD, "A1"), said(BOT, "wait"));
        Exchange next = exchange(2, null, "", said(CUSTOMER, "Q1"), said(BOT, "A1"), said(CUSTOMER, "Q2"));

        assertThat(Continuation.after(known, 1, next)).containsExactly(said(CUSTOMER, "Q2"));
    }

    @Test
    void anIntegratorWhoSendsOnlyTheNewestMessageIsUnderstoodToo() {
        List<Utterance> known = List.of(said(CUSTOMER, "Q1"), said(BOT, "wait"), said(HUMAN, "I am here"));
        Exchange next = exchange(2, "A2", "A2", said(CUSTOMER, "Q2"));

        assertThat(Continuation.after(known, 1, next)).containsExactly(said(CUSTOMER, "Q2"), said(BOT, "A2"));
    }

    @Test
    void theSameWordsInALaterTurnAreSaidAgain() {
        List<Utterance> known = List.of(said(CUSTOMER, "Hello?"), said(BOT, "wait"));

        assertThat(Continuation.after(known, 1, exchange(2, null, "", said(CUSTOMER, "Hello?"))))
                .containsExactly(said(CUSTOMER, "Hello?"));
    }

    @Test
    void queryAndAnswerOfOneTurnShareTheirQuestion() {
        List<Utterance> known = Continuation.first(exchange(1, null, "", said(CUSTOMER, "Q1")));

        assertThat(Continuation.after(known, 1, exchange(1, "A1", "A1", said(CUSTOMER, "Q1"))))
                .containsExactly(said(BOT, "A1"));
    }

    @Test
    void anExchangeThatComesLateAddsNothingThatIsKnown() {
        List<Utterance> known = List.of(said(CUSTOMER, "Q1"), said(BOT, "A1"), said(CUSTOMER, "Q2"), said(BOT, "A2"));

        assertThat(Continuation.after(known, 2, exchange(1, "A1", "A1", said(CUSTOMER, "Q1"))))
                .isEmpty();
    }

    @Test
    void aReplyOfAColleagueThatTheBotRepeatsIsKnown() {
        List<Utterance> known = List.of(said(CUSTOMER, "Q1"), said(HUMAN, "I am here"));
        Exchange next = exchange(2, null, "", said(CUSTOMER, "Q1"), said(BOT, "I am here"), said(CUSTOMER, "Q2"));

        assertThat(Continuation.after(known, 1, next)).containsExactly(said(CUSTOMER, "Q2"));
    }

    @Property
    void aConversationSentWholeEachTimeIsWrittenDownOnceInItsOrder(@ForAll("words") List<String> words) {
        List<Utterance> history = new ArrayList<>();
        List<Utterance> transcript = new ArrayList<>();
        for (int turn = 0; turn < words.size(); turn++) {
            history.add(said(CUSTOMER, words.get(turn)));
            String answer = "answer " + turn;
            Exchange exchange = new Exchange("d-" + turn, turn, history, answer, answer, NOW);
            transcript.addAll(Continuation.after(transcript, turn - 1, exchange));
            // The same exchange once more, as a replay would bring it.
            transcript.addAll(Continuation.after(transcript, turn, exchange));
            history.add(said(BOT, answer));
        }

        assertThat(transcript).isEqualTo(history);
    }

    @Property
    void aConversationSentMessageByMessageIsWrittenDownOnceInItsOrder(@ForAll("words") List<String> words) {
        List<Utterance> expected = new ArrayList<>();
        List<Utterance> transcript = new ArrayList<>();
        for (int turn = 0; turn < words.size(); turn++) {
            Utterance question = said(CUSTOMER, words.get(turn));
            String answer = "answer " + turn;
            Exchange exchange = new Exchange("d-" + turn, turn, List.of(question), answer, answer, NOW);
            transcript.addAll(Continuation.after(transcript, turn - 1, exchange));
            expected.add(question);
            expected.add(said(BOT, answer));
        }

        assertThat(transcript).isEqualTo(expected);
    }

    /** Few words, so that customers repeat themselves. */
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("yes", "no", "hello?", "answer 1").list().ofMaxSize(12);
    }

    private static Utterance said(Speaker speaker, String content) {
        return new Utterance(speaker, content);
    }

    private static Exchange exchange(int turn, String botText, String deliveredText, Utterance... history) {
        return new Exchange("d-1", turn, Arrays.asList(history), botText, deliveredText, NOW);
    }
}
