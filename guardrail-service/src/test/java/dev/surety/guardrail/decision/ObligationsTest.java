package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.Commitment;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.OnError;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.Exchanges;
import dev.surety.guardrail.testing.FakeCheck;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What follows besides the text, and the text that hands a customer over. */
class ObligationsTest {
    private static final String POLICY = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 2, languages: [en]}
            defaults:
              onError: fail_closed
              degraded: {action: block, template: sorry}
              fallback: sorry
              handoff: plain
            checks: {words: {}}
            rules:
            %s
            templates:
              replies:
                sorry: {default: {en: Sorry.}}
                plain: {default: {en: Somebody answers.}}
                promising: {default: {en: Somebody answers this bad question.}}
                naming: {default: {en: Our name answers.}}
                absent: {default: {en: Nobody is there now.}}
              labels: {machine: {default: {en: A machine writes.}}}
              masks: {gone: {default: {en: "[gone]"}}}
            """;
    private static final String BLOCKING =
            rule("no.bad", "[output]", "'words.bad' in checks.words.kinds", "block, template: sorry");
    private static final String MASKING =
            rule("no.name", "[output]", "'words.name' in checks.words.kinds", "redact, mask: gone");

    private final FakeCheck words = FakeCheck.words(900, "bad", "human", "name");

    @Test
    void theHandOffTextIsJudgedByTheSamePolicyAndASafeOneTakesItsPlace() {
        String escalating = rule(
                "human",
                "[input]",
                "'words.human' in checks.words.kinds",
                "escalate, queue: tier1, priority: P3, template: promising");

        Decision decision = evaluate(words, Exchanges.question("a human"), escalating, BLOCKING);

        assertThat(decision.action()).isEqualTo(Action.ESCALATE);
        assertThat(decision.delivered().text()).isEqualTo("Somebody answers.");
        assertThat(decision.delivered().edits())
                .extracting(TextEdit::reference)
                .containsExactly("replies/plain/default/en@2");
        assertThat(decision.handoffs())
                .containsExactly(new Handoff(
                        "promising",
                        new Templates.Text("replies/plain/default/en@2", "Somebody answers."),
                        "replies/promising/default/en@2",
                        Action.BLOCK,
                        List.of("no.bad"),
                        true));
        assertThat(decision.obligations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Obligation.Escalation.class,
                        escalation -> assertThat(escalation.handoff())
                                .isEqualTo(decision.handoffs().getFirst()));
    }

    @Test
    void whatWouldBeMaskedInAHandOffTextIsTheOperatorsOwnAndStays() {
        String escalating = rule(
                "human",
                "[input]",
                "'words.human' in checks.words.kinds",
                "escalate, queue: tier1, priority: P3, template: naming");

        Decision decision = evaluate(words, Exchanges.question("a human"), escalating, MASKING);

        assertThat(decision.delivered().text()).isEqualTo("Our name answers.");
        assertThat(decision.handoffs())
                .extracting(Handoff::action, Handoff::fallback)
                .containsExactly(tuple(Action.REDACT, false));
    }

    @Test
    void aHandOffTextThatAsksForAHumanIsNotHandedOverAgain() {
        String escalating = rule(
                "human", "[input, output]", "stage != ''", "escalate, queue: tier1, priority: P3, template: promising");

        Decision decision = evaluate(words, Exchanges.answer("anything"), escalating);

        assertThat(decision.delivered().text()).isEqualTo("Somebody answers.");
        assertThat(decision.handoffs())
                .extracting(Handoff::action, Handoff::fallback)
                .containsExactly(tuple(Action.ESCALATE, true));
    }

    @Test
    void anEscalationCarriesWhatToSayWhereNobodyIsThere() {
        String escalating = rule(
                "human",
                "[input]",
                "'words.human' in checks.words.kinds",
                "escalate, queue: tier1, priority: P3, template: plain, fallback: absent");

        Decision decision = evaluate(words, Exchanges.question("a human"), escalating);

        assertThat(decision.obligations())
                .singleElement()
                .isInstanceOfSatisfying(
                        Obligation.Escalation.class,
                        escalation -> assertThat(escalation.fallback())
                                .isEqualTo(new Templates.Text("replies/absent/default/en@2", "Nobody is there now.")));
    }

    @Test
    void aLabelNamesItsSchemeAndSpeaksToMachines() {
        String labelling = rule("label", "[output]", "stage != ''", "allow, label: machine, scheme: eu-ai-act-50");

        Decision decision = evaluate(words, Exchanges.answer("fine"), labelling);

        assertThat(decision.delivered().text()).isEqualTo("fine");
        assertThat(decision.obligations())
                .containsExactly(new Obligation.Label(
                        "label",
                        "machine",
                        "labels/machine/default/en@2",
                        "A machine writes.",
                        false,
                        "eu-ai-act-50",
                        Map.of("aiGenerated", "true", "model", "model-1")));
    }

    @Test
    void anAnswerCarriesTheSourcesThatItCites() {
        String citing = rule("cite", "[output]", "stage != ''", "allow, attach: [citation]");
        Exchange plain = Exchanges.answer("fine");
        Exchange exchange = new Exchange(
                plain.stage(),
                plain.conversation(),
                plain.customer(),
                plain.messages(),
                plain.response(),
                List.of(
                        new Passage("kb-1", "Text.", 900, "kb", true, LocalDate.of(2026, 1, 1), null),
                        new Passage("kb-2", "Text.", 100, "kb", false, null, null)),
                plain.attributes(),
                plain.day());

        assertThat(evaluate(words, exchange, citing).obligations())
                .containsExactly(new Obligation.Citation(
                        "cite", List.of(new Obligation.Source("kb-1", "kb", LocalDate.of(2026, 1, 1), null))));
        assertThat(evaluate(words, plain, citing).obligations()).isEmpty();
    }

    @Test
    void whatAnAnswerPromisesBecomesAnObligationUnlessTheAnswerIsNotGiven() {
        Commitment refund = new Commitment(
                "refund",
                new Finding("words.name", Exchange.RESPONSE_PATH, 0, 4, 900),
                new Commitment.Money(4990, "EUR"),
                null,
                new Commitment.Due(null, 14));
        FakeCheck promises = FakeCheck.reporting(
                () -> new CheckResult(900, List.of(refund.place()), Map.of("count", 1L), List.of(refund)));
        String recording = rule("promised", "[output]", "checks.words.count > 0", "allow, attach: [commitments]");
        String replacing = rule("replaced", "[output]", "checks.words.count > 0", "replace, template: sorry");

        assertThat(evaluate(promises, Exchanges.answer("49.90"), recording).obligations())
                .containsExactly(new Obligation.Promise("promised", refund));
        assertThat(evaluate(promises, Exchanges.answer("49.90"), recording, replacing)
                        .obligations())
                .isEmpty();
    }

    @Test
    void checksThatCannotBeginBeforeTheDeadlineAreTimedOutAndThePolicySaysWhatFollows() {
        AtomicLong now = new AtomicLong(1_000);
        Deadline deadline = Deadline.in(Duration.ofNanos(50), now::get);
        Policy policy = policy(
                words,
                BLOCKING,
                rule("open", "[output]", "checks.words.count > 7", "block, template: sorry")
                        + "    onError: fail_open\n");
        Evaluator evaluator = new Evaluator(FakeCheck.catalogue(words), (check, failure) -> {});

        Decision inTime =
                evaluator.examine(Exchanges.answer("fine"), policy, deadline).decision();
        now.set(1_050);
        Examination late = evaluator.examine(Exchanges.answer("fine"), policy, deadline);

        assertThat(inTime.action()).isEqualTo(Action.ALLOW);
        assertThat(late.decision().action()).isEqualTo(Action.BLOCK);
        assertThat(late.decision().results()).extracting(RuleResult::status).containsOnly(Status.TIMEOUT);
        assertThat(late.decision().degraded())
                .containsExactly(new Degradation("words", Status.TIMEOUT, OnError.FAIL_CLOSED));
        assertThat(late.checks()).extracting(Examination.Observed::timedOut).containsExactly(true);
    }

    @Test
    void anInsertedMaskIsIsolatedWhereTheTextRunsFromRightToLeft() {
        Decision decision = evaluate(words, Exchanges.answer("\u05e9\u05dc\u05d5\u05dd name \u05e2\u05dd"), MASKING);

        assertThat(decision.delivered().text()).isEqualTo("\u05e9\u05dc\u05d5\u05dd \u2068[gone]\u2069 \u05e2\u05dd");
    }

    private static Decision evaluate(FakeCheck check, Exchange exchange, String... rules) {
        return new Evaluator(FakeCheck.catalogue(check), (name, failure) -> {})
                .evaluate(exchange, policy(check, rules));
    }

    private static Policy policy(FakeCheck check, String... rules) {
        CheckCatalogue catalogue = FakeCheck.catalogue(check);
        try {
            return new PolicyCompiler(catalogue, new CelConditionEngine())
                    .compile(new PolicySource("policy.yaml", POLICY.replace("%s", String.join("", rules))));
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    private static String rule(String id, String stage, String when, String then) {
        return """
                  - id: %s
                    stage: %s
                    when: "%s"
                    then: [{action: %s}]
                    reasonCode: %s
                    message: A word.
                """.formatted(id, stage, when, then, id.replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
