package dev.surety.escalation.cases.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.contracts.interaction.Action;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.contracts.interaction.ExchangeEvaluated.Message;
import dev.surety.contracts.interaction.ExchangeEvaluated.Obligation;
import dev.surety.contracts.interaction.ExchangeEvaluated.RuleResult;
import dev.surety.contracts.interaction.Stage;
import dev.surety.escalation.Exchanges;
import dev.surety.escalation.cases.Escalation;
import dev.surety.escalation.cases.Headline;
import dev.surety.escalation.cases.Priority;
import dev.surety.escalation.cases.Reason;
import dev.surety.escalation.cases.Urgency;
import dev.surety.escalation.transcript.Exchange;
import dev.surety.escalation.transcript.Speaker;
import dev.surety.escalation.transcript.Utterance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTranslatorTest {
    private final ExchangeTranslator translator = new ExchangeTranslator(
            new Urgency(Priority.P3, "tier1"),
            new Headline(Map.of("HUMAN_REQUESTED", "The customer asked for a human.")));

    @Test
    void takesQueuePriorityAndReasonFromTheObligation() {
        Escalation escalation =
                escalation(Exchanges.escalated("c-1").because("distress.signalled", "care", "P1", "DISTRESS"));

        assertThat(escalation.urgency()).isEqualTo(new Urgency(Priority.P1, "care"));
        assertThat(escalation.reasonCodes()).containsExactly("DISTRESS");
        assertThat(escalation.headline()).isEqualTo("Rule distress.signalled fired.");
    }

    @Test
    void keepsTheReasonExactlyAsItWasReported() {
        assertThat(escalation(Exchanges.escalated("c-1")).reasons())
                .containsExactly(new Reason(
                        "d-1",
                        new Reason.PolicyVersion("baseline", 3, "sha256:abcd"),
                        "handover.requested",
                        "handover",
                        "The customer asks for a human.",
                        "HUMAN_REQUESTED",
                        "score >= threshold",
                        900,
                        600,
                        Map.of("score", "0.9", "threshold", "0.6"),
                        List.of(new Reason.Finding("wish", "messages[0].content", 10, 25, 900, "phrases"))));
    }

    @ParameterizedTest
    @CsvSource({
        "care, P1, care, P1",
        "care, p2, care, P2",
        "care, urgent!!, care, P3",
        "'', P1, tier1, P1",
        "' ', '', tier1, P3",
    })
    void fillsWhatThePolicyLeavesOpen(String queue, String priority, String expectedQueue, Priority expected) {
        Exchanges exchange = Exchanges.escalated("c-1").withDetails(Map.of("queue", queue, "priority", priority));

        assertThat(escalation(exchange).urgency()).isEqualTo(new Urgency(expected, expectedQueue));
    }

    @Test
    void theMostUrgentOfSeveralWishesDecides() {
        ExchangeEvaluated one = Exchanges.escalated("c-1").evaluated("d-1");
        ExchangeEvaluated several = with(
                one,
                List.of(
                        new Obligation("escalate", "a", Map.of("queue", "tier1", "priority", "P3", "reasonCode", "A")),
                        new Obligation("escalate", "b", Map.of("queue", "care", "priority", "P1", "reasonCode", "B")),
                        new Obligation("label", "c", Map.of())),
                one.results(),
                one.action());

        Escalation escalation = translator.escalation(several).orElseThrow();

        assertThat(escalation.urgency()).isEqualTo(new Urgency(Priority.P1, "care"));
        assertThat(escalation.reasonCodes()).containsExactly("B", "A", "HUMAN_REQUESTED");
    }

    @Test
    void onlyEnforcedRulesThatFiredAndAskedForAHumanAreReasons() {
        ExchangeEvaluated one = Exchanges.escalated("c-1").evaluated("d-1");
        RuleResult fired = one.results().getFirst();
        ExchangeEvaluated several = with(
                one,
                one.obligations(),
                List.of(
                        fired,
                        result("silent", "pass", true, Action.ESCALATE),
                        result("shadow", "fail", false, Action.ESCALATE),
                        result("redacts", "fail", true, Action.REDACT),
                        result("undecidable", "timeout", true, Action.ESCALATE)),
                one.action());

        assertThat(translator.escalation(several).orElseThrow().reasons())
                .extracting(Reason::rule)
                .containsExactly("handover.requested", "undecidable");
    }

    @Test
    void aBlockedExchangeThatAsksForAHumanGetsOne() {
        ExchangeEvaluated one = Exchanges.escalated("c-1").evaluated("d-1");

        assertThat(translator.escalation(with(one, one.obligations(), one.results(), Action.BLOCK)))
                .isPresent();
        assertThat(translator.escalation(with(one, List.of(), List.of(), Action.BLOCK)))
                .isEmpty();
    }

    @Test
    void anEscalationWithoutAnyDetailsIsStillACase() {
        ExchangeEvaluated one = Exchanges.escalated("c-1").evaluated("d-1");

        Escalation escalation = translator
                .escalation(with(one, List.of(), List.of(), Action.ESCALATE))
                .orElseThrow();

        assertThat(escalation.urgency()).isEqualTo(new Urgency(Priority.P3, "tier1"));
        assertThat(escalation.headline()).isEqualTo("The policy asked for a human.");
    }

    @Test
    void instructionsToTheBotAreNotPartOfTheConversation() {
        ExchangeEvaluated one = Exchanges.allowed("c-1", 3, "unused", "unused").evaluated("d-1");
        ExchangeEvaluated spoken = withMessages(
                one,
                Stage.INPUT,
                List.of(
                        new Message("system", "You are a helpful bot"),
                        new Message("user", "Q1"),
                        new Message("assistant", "A1"),
                        new Message("user", "Q2")));

        Exchange exchange = translator.exchange(spoken);

        assertThat(exchange.history())
                .containsExactly(
                        new Utterance(Speaker.CUSTOMER, "Q1"),
                        new Utterance(Speaker.BOT, "A1"),
                        new Utterance(Speaker.CUSTOMER, "Q2"));
        assertThat(exchange.deliveredText()).isEmpty();
    }

    @Test
    void textThatCannotBeStoredDoesNotKeepACaseFromBeingOpened() {
        Exchanges nasty = Exchanges.escalated("c-\u0000").inTurn(1, "broken \uD83D and \u0000");

        Escalation escalation = escalation(nasty);

        assertThat(escalation.conversation().id()).isEqualTo("c-\uFFFD");
        assertThat(escalation.exchange().history().getFirst().content()).isEqualTo("broken \uFFFD and \uFFFD");
    }

    private Escalation escalation(Exchanges exchange) {
        return translator.escalation(exchange.evaluated("d-1")).orElseThrow();
    }

    private static RuleResult result(String rule, String status, boolean enforced, Action action) {
        return new RuleResult(
                rule, rule, status, enforced, action, 0, 0, null, "true", Map.of(), List.of(), "Rule " + rule);
    }

    private static ExchangeEvaluated with(
            ExchangeEvaluated one, List<Obligation> obligations, List<RuleResult> results, Action action) {
        return copy(one, one.stage(), one.messages(), obligations, results, action);
    }

    private static ExchangeEvaluated withMessages(ExchangeEvaluated one, Stage stage, List<Message> messages) {
        return copy(one, stage, messages, one.obligations(), one.results(), one.action());
    }

    private static ExchangeEvaluated copy(
            ExchangeEvaluated one,
            Stage stage,
            List<Message> messages,
            List<Obligation> obligations,
            List<RuleResult> results,
            Action action) {
        return new ExchangeEvaluated(
                one.decisionId(),
                one.requestId(),
                one.requestDigest(),
                one.bot(),
                stage,
                one.conversation(),
                one.customer(),
                messages,
                one.response(),
                one.passages(),
                action,
                one.delivered(),
                obligations,
                one.policy(),
                results,
                one.degraded(),
                one.attributes(),
                one.producer(),
                one.evaluatedAt(),
                one.durationMicros());
    }
}
