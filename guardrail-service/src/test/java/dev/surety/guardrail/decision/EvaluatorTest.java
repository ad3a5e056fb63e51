package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.OnError;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.Priority;
import dev.surety.guardrail.policy.Templates;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.Exchanges;
import dev.surety.guardrail.testing.FakeCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final String BEFORE_RULES = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 4, languages: [en, de]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks: {words: {}, broken: {}}
            rules:
            """;
    private static final String AFTER_RULES = """
            templates:
              separators: {default: " | ", sms: " / "}
              replies:
                sorry: {default: {en: Sorry., de: Entschuldigung.}, sms: {en: Sry.}}
                handover: {default: {en: A colleague answers., de: Jemand antwortet.}}
              disclaimers:
                careful: {default: {en: Be careful., de: Vorsicht.}}
              labels:
                machine: {default: {en: A machine writes., de: Eine Maschine schreibt.}}
              masks:
                gone: {default: {en: "[gone]", de: "[weg]"}}
                words-name: {default: {en: "[name]", de: "[Name]"}}
            """;
    private static final String BLOCKING =
            rule("words.block", "'words.bad' in checks.words.kinds", "block, template: sorry");
    private static final String ESCALATING = rule(
            "words.human",
            "'words.human' in checks.words.kinds",
            "escalate, queue: tier1, priority: P3, template: handover");
    private static final String CARING = rule(
            "words.help", "'words.help' in checks.words.kinds", "escalate, queue: care, priority: P1, template: sorry");
    private static final String REDACTING = rule("words.hide", "checks.words.count > 0", "redact, mask: gone");
    private static final String DISCLAIMING =
            rule("words.careful", "checks.words.count > 0", "annotate, disclaimer: careful, position: append");
    private static final String LABELLING = rule("label", "'all' != ''", "annotate, label: machine, position: prepend");

    private final FakeCheck words = FakeCheck.words(900, "bad", "human", "help", "name", "secret");
    private final FakeCheck broken = FakeCheck.broken();
    private final List<String> failures = new ArrayList<>();
    private final Evaluator evaluator =
            new Evaluator(FakeCheck.catalogue(words, broken), (check, failure) -> failures.add(check));

    @Test
    void allowsWhenNoRuleFires() {
        Decision decision = evaluate(Exchanges.answer("All is well."), BLOCKING, REDACTING);

        assertThat(decision.action()).isEqualTo(Action.ALLOW);
        assertThat(decision.delivered()).isEqualTo(new Delivered("All is well.", List.of()));
        assertThat(decision.results()).extracting(RuleResult::status).containsOnly(Status.PASS);
    }

    @Test
    void letsTheStrongestActionWinAndReportsAll() {
        Decision decision = evaluate(Exchanges.answer("bad name"), LABELLING, REDACTING, BLOCKING);

        assertThat(decision.action()).isEqualTo(Action.BLOCK);
        assertThat(decision.results())
                .extracting(RuleResult::rule, RuleResult::action)
                .containsExactly(
                        tuple("label", Action.ANNOTATE),
                        tuple("words.hide", Action.REDACT),
                        tuple("words.block", Action.BLOCK));
    }

    @Test
    void replacesABlockedAnswerAndKeepsTheLabelButNotTheDisclaimer() {
        Decision decision = evaluate(Exchanges.answer("bad"), LABELLING, DISCLAIMING, BLOCKING);

        assertThat(decision.delivered().text()).isEqualTo("A machine writes. | Sorry.");
        assertThat(decision.delivered().edits())
                .containsExactly(
                        new TextEdit(
                                TextEdit.Operation.PREPEND,
                                "label",
                                0,
                                0,
                                "labels/machine/default/en@4",
                                "A machine writes. | "),
                        new TextEdit(
                                TextEdit.Operation.REPLACE,
                                "words.block",
                                0,
                                3,
                                "replies/sorry/default/en@4",
                                "Sorry."));
        assertThat(decision.obligations()).extracting(Obligation::rule).containsExactly("label");
    }

    @Test
    void speaksTheCustomersLanguageAndKnowsTheChannel() {
        assertThat(evaluate(Exchanges.answer("bad", "sms", Locale.UK), BLOCKING)
                        .delivered()
                        .text())
                .isEqualTo("Sry.");
        assertThat(evaluate(Exchanges.answer("bad", "sms", Locale.GERMANY), BLOCKING)
                        .delivered()
                        .text())
                .isEqualTo("Entschuldigung.");
        assertThat(evaluate(Exchanges.answer("bad", "chat", Locale.JAPAN), BLOCKING)
                        .delivered()
                        .text())
                .isEqualTo("Sorry.");
        assertThat(evaluate(Exchanges.answer("ok", "sms", Locale.UK), LABELLING)
                        .delivered()
                        .text())
                .isEqualTo("A machine writes. / ok");
    }

    @Test
    void masksFindingsByTheirOwnMaskOrElseTheRules() {
        Decision decision = evaluate(Exchanges.answer("the name and the secret."), REDACTING);

        assertThat(decision.action()).isEqualTo(Action.REDACT);
        assertThat(decision.delivered().text()).isEqualTo("the [name] and the [gone].");
        assertThat(decision.delivered().edits())
                .extracting(TextEdit::start, TextEdit::end, TextEdit::reference)
                .containsExactly(
                        tuple(4, 8, "masks/words-name/default/en@4"), tuple(17, 23, "masks/gone/default/en@4"));
    }

    @Test
    void masksInEveryMessageSinceTheBotSpokeAndInNoneBefore() {
        Decision decision = evaluate(Exchanges.question("my name is", "a secret"), REDACTING);

        assertThat(decision.delivered().text()).isEqualTo("my [name] is\na [gone]");
    }

    @Test
    void masksOnlyWhatReachesTheThreshold() {
        String strict = REDACTING.replace(
                "when: checks.words.count > 0", "when: checks.words.count > 0 && threshold > 0.0\n    threshold: 0.95");

        Decision decision = evaluate(Exchanges.answer("the name"), strict);

        assertThat(decision.delivered().text()).isEqualTo("the name");
    }

    @Test
    void putsADisclaimerInOnceAndNotWhereTheAnswerSaysItAlready() {
        String twice = DISCLAIMING + DISCLAIMING.replace("words.careful", "words.again");

        assertThat(evaluate(Exchanges.answer("help"), twice).delivered().text()).isEqualTo("help | Be careful.");
        assertThat(evaluate(Exchanges.answer("Be careful. help"), twice)
                        .delivered()
                        .text())
                .isEqualTo("Be careful. help");
    }

    @Test
    void escalatesToTheMostUrgentQueueFirstAndNamesEveryReason() {
        Decision decision = evaluate(Exchanges.question("a human, help"), ESCALATING, CARING);

        assertThat(decision.action()).isEqualTo(Action.ESCALATE);
        assertThat(decision.delivered().text()).isEqualTo("Sorry.");
        assertThat(decision.obligations())
                .containsExactly(
                        escalation("words.help", "care", Priority.P1, "sorry", "Sorry."),
                        escalation("words.human", "tier1", Priority.P3, "handover", "A colleague answers."));
    }

    @Test
    void bringsNoHumanInBesideABlockedText() {
        Decision decision = evaluate(Exchanges.question("bad, help"), BLOCKING, CARING);

        assertThat(decision.action()).isEqualTo(Action.BLOCK);
        assertThat(decision.obligations()).isEmpty();
        assertThat(decision.handoffs()).isEmpty();
        assertThat(decision.results()).extracting(RuleResult::action).containsExactly(Action.BLOCK, Action.ESCALATE);
    }

    @Test
    void bringsTheHumanInBesideABlockedTextWhereThePolicySaysSo() {
        String always = CARING.replace("priority: P1", "priority: P1, alsoWhenBlocked: true");

        Decision decision = evaluate(Exchanges.question("bad, help"), BLOCKING, always, ESCALATING);

        assertThat(decision.action()).isEqualTo(Action.BLOCK);
        assertThat(decision.obligations()).extracting(Obligation::rule).containsExactly("words.help");
    }

    @Test
    void runsEachCheckOnceHoweverManyRulesAsk() {
        evaluate(Exchanges.answer("bad name"), BLOCKING, REDACTING, DISCLAIMING, ESCALATING);

        assertThat(words.examinations()).isEqualTo(1);
        assertThat(broken.examinations()).isZero();
    }

    @Test
    void explainsARuleWithTheValuesItsConditionSaw() {
        String rule = """
                  - id: words.any
                    stage: [output]
                    categories: [words.name]
                    check: words
                    when: score >= threshold && conversation.channel == 'chat'
                    threshold: 0.8
                    then:
                      - {if: checks.words.count > 5, action: block, template: sorry}
                      - {if: "attributes['segment'] == 'retail'", action: redact, mask: gone}
                    reasonCode: ANY
                    cover: cyber-privacy
                    message: A word.
                """;

        RuleResult result =
                evaluate(Exchanges.answer("name, secret"), rule).results().getFirst();

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.scorePerMille()).isEqualTo(900);
        assertThat(result.thresholdPerMille()).isEqualTo(800);
        assertThat(result.condition())
                .isEqualTo(
                        "(score >= threshold && conversation.channel == 'chat') && (attributes['segment'] == 'retail')");
        assertThat(result.inputs())
                .containsExactly(
                        Map.entry("score", 0.9),
                        Map.entry("threshold", 0.8),
                        Map.entry("conversation.channel", "chat"),
                        Map.entry("attributes", Map.of("segment", "retail")));
        assertThat(result.findings()).containsExactly(new Finding("words.name", "response.content", 0, 4, 900));
        assertThat(result.detector()).isEqualTo("words@3");
    }

    @Test
    void escalatesWhatCouldNotBeJudgedWhenTheRuleFailsClosed() {
        String asksBroken = rule("broken.any", "checks.broken.count > 0", "redact, mask: gone")
                .replace("stage: [input, output]", "stage: [input]");

        Decision decision =
                evaluate(Exchanges.question("text"), asksBroken, asksBroken.replace("any", "other"), LABELLING);

        assertThat(decision.action()).isEqualTo(Action.ESCALATE);
        assertThat(decision.delivered().text()).isEqualTo("A machine writes. | A colleague answers.");
        assertThat(decision.degraded()).containsExactly(new Degradation("broken", Status.ERROR, OnError.FAIL_CLOSED));
        assertThat(decision.obligations())
                .filteredOn(Obligation.Escalation.class::isInstance)
                .extracting(obligation -> ((Obligation.Escalation) obligation).reasonCode())
                .containsExactly("NOT_DECIDABLE");
        assertThat(failures).containsExactly("broken");
    }

    @Test
    void passesOverVisiblyWhatCouldNotBeJudgedWhenTheRuleFailsOpen() {
        String asksBroken =
                rule("broken.any", "checks.broken.count > 0", "block, template: sorry") + "    onError: fail_open\n";

        Decision decision = evaluate(Exchanges.answer("text"), asksBroken);

        assertThat(decision.action()).isEqualTo(Action.ALLOW);
        assertThat(decision.delivered().text()).isEqualTo("text");
        assertThat(decision.degraded()).containsExactly(new Degradation("broken", Status.ERROR, OnError.FAIL_OPEN));
        assertThat(decision.results())
                .extracting(RuleResult::status, RuleResult::enforced)
                .containsExactly(tuple(Status.ERROR, false));
    }

    @Test
    void treatsAConditionWithoutAValueLikeAFailedCheck() {
        String asksMissing = rule("attribute.any", "attributes['missing'] == 'x'", "redact, mask: gone");

        Decision decision = evaluate(Exchanges.answer("text"), asksMissing);

        assertThat(decision.action()).isEqualTo(Action.ESCALATE);
        assertThat(decision.degraded())
                .containsExactly(new Degradation("rule:attribute.any", Status.ERROR, OnError.FAIL_CLOSED));
    }

    @Test
    void reportsWhatIsOnlyObservedWithoutHeedingIt() {
        Decision decision = evaluate(Exchanges.answer("bad"), BLOCKING + "    enforced: false\n");

        assertThat(decision.action()).isEqualTo(Action.ALLOW);
        assertThat(decision.delivered().text()).isEqualTo("bad");
        assertThat(decision.results().getFirst().action()).isEqualTo(Action.BLOCK);
        assertThat(decision.results().getFirst().enforced()).isFalse();
    }

    @Test
    void decidesTheSameAgain() {
        Exchange exchange = Exchanges.answer("name, help, secret");

        assertThat(evaluate(exchange, LABELLING, REDACTING, DISCLAIMING, CARING))
                .isEqualTo(evaluate(exchange, LABELLING, REDACTING, DISCLAIMING, CARING));
    }

    private static Obligation.Escalation escalation(
            String rule, String queue, Priority priority, String template, String text) {
        String reference = "replies/" + template + "/default/en@4";
        return new Obligation.Escalation(
                rule,
                queue,
                priority,
                rule.replace('.', '_').toUpperCase(Locale.ROOT),
                new Handoff(template, new Templates.Text(reference, text), reference, Action.ALLOW, List.of(), false),
                null);
    }

    private Decision evaluate(Exchange exchange, String... rules) {
        return evaluator.evaluate(exchange, policy(String.join("", rules)));
    }

    private Policy policy(String rules) {
        try {
            return new PolicyCompiler(FakeCheck.catalogue(words, broken), new CelConditionEngine())
                    .compile(new PolicySource("policy.yaml", BEFORE_RULES + rules.indent(0) + AFTER_RULES));
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    private static String rule(String id, String when, String then) {
        return """
                  - id: %s
                    stage: [input, output]
                    when: %s
                    then: [{action: %s}]
                    reasonCode: %s
                    message: A word.
                """.formatted(
                        id,
                        when.startsWith("'") ? '"' + when + '"' : when,
                        then,
                        id.replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
