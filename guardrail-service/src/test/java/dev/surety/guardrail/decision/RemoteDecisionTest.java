package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.check.PiiCheck;
import dev.surety.guardrail.evaluation.check.RemoteCheck;
import dev.surety.guardrail.evaluation.check.remote.Detector;
import dev.surety.guardrail.evaluation.check.remote.Verdict;
import dev.surety.guardrail.policy.Action;
import dev.surety.guardrail.policy.OnError;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCompiler;
import dev.surety.guardrail.policy.PolicyRefusedException;
import dev.surety.guardrail.policy.PolicySource;
import dev.surety.guardrail.policy.cel.CelConditionEngine;
import dev.surety.guardrail.testing.Exchanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What detectors that run elsewhere, fast, slow and failing, make of decisions. */
class RemoteDecisionTest {
    private static final String POLICY = """
            apiVersion: surety.dev/v1
            kind: GuardrailPolicy
            metadata: {id: small, version: 1, languages: [en]}
            defaults:
              onError: fail_closed
              degraded: {action: escalate, queue: tier1, priority: P2, template: handover}
              fallback: sorry
            checks:
              first: {use: remote@1, detector: one, timeoutMs: 1500%s}
              second: {use: remote@1, detector: two, timeoutMs: 1500}
            rules:
              - {id: first.hate, stage: [input, output], check: first, categories: [remote.hate], when: score >= threshold,
                 threshold: 0.7, then: [{action: block, template: sorry}], reasonCode: HATE, message: Hate.}
              - {id: second.any, stage: [output], when: checks.second.flagged, then: [{action: replace, template: sorry}],
                 reasonCode: ANY, message: Anything., onError: fail_open}
            templates:
              replies:
                sorry: {default: {en: Sorry.}}
                handover: {default: {en: A colleague answers.}}
            """;

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void rulesReadScoresCategoriesAndFlags() {
        Decision hate = decide(hate(800), harmless(), Exchanges.answer("A bad one."));
        Decision mild = decide(hate(690), harmless(), Exchanges.answer("A bad one."));
        Decision other = decide(harmless(), hate(100), Exchanges.answer("A bad one."));

        assertThat(hate.action()).isEqualTo(Action.BLOCK);
        assertThat(hate.results().getFirst().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.category()).isEqualTo("remote.hate"));
        assertThat(mild.action()).isEqualTo(Action.ALLOW);
        assertThat(other.action()).isEqualTo(Action.REPLACE);
    }

    @Test
    void aFailingDetectorIsAnErrorThatEachRuleAnswersInItsWay() {
        Decision decision = decide(
                failing(NoAnswerException.Reason.REFUSED),
                failing(NoAnswerException.Reason.BUSY),
                Exchanges.answer("Fine."));

        assertThat(decision.action()).isEqualTo(Action.ESCALATE);
        assertThat(decision.results()).extracting(RuleResult::status).containsOnly(Status.ERROR);
        assertThat(decision.degraded())
                .containsExactly(
                        new Degradation("first", Status.ERROR, OnError.FAIL_CLOSED),
                        new Degradation("second", Status.ERROR, OnError.FAIL_OPEN));
        assertThat(failures).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void aHandoverIsNotHeldUpByTheDetectorThatIsAway() {
        Decision decision = decide(failing(NoAnswerException.Reason.AWAY), harmless(), Exchanges.answer("Fine."));

        assertThat(decision.delivered().text()).isEqualTo("A colleague answers.");
        assertThat(failures).containsExactly("first");
    }

    @Test
    void detectorsAreAskedAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Detector meeting = detector(texts -> {
            both.countDown();
            try {
                if (!both.await(1, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("asked one after the other");
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return nothing(texts);
        });

        Decision decision = decide(meeting, meeting, Exchanges.answer("Fine."));

        assertThat(decision.degraded()).isEmpty();
        assertThat(decision.action()).isEqualTo(Action.ALLOW);
    }

    @Test
    void noDetectorIsWaitedForBeyondTheDeadlineEvenIfItDoesNotKeepToIt() {
        Detector stubborn = detector(texts -> {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_400);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return nothing(texts);
        });
        Deadline deadline = Deadline.in(Duration.ofMillis(100), System::nanoTime);

        long started = System.nanoTime();
        Decision decision = evaluator(stubborn, harmless())
                .examine(Exchanges.answer("Fine."), policy(stubborn, harmless(), ""), deadline)
                .decision();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1_200));
        assertThat(decision.degraded()).contains(new Degradation("first", Status.TIMEOUT, OnError.FAIL_CLOSED));
        assertThat(decision.results().getFirst().status()).isEqualTo(Status.TIMEOUT);
    }

    @Test
    void personalDataStaysInTheHouseAndFindingsStandWhereTheyStood() {
        String text = "Bad: DE89 3704 0044 0532 0130 00 is bad.";
        Detector last = detector(texts -> {
            heard.addAll(texts);
            int start = texts.getFirst().lastIndexOf("bad");
            return List.of(new Verdict(true, List.of(new Verdict.Detection("hate", start, start + 3, 900, true))));
        });

        Decision decision = decide(last, harmless(), Exchanges.question(text));

        assertThat(heard).containsExactly("Bad: " + "*".repeat(27) + " is bad.");
        assertThat(decision.results().getFirst().findings())
                .singleElement()
                .satisfies(finding -> assertThat(text.substring(finding.start(), finding.end()))
                        .isEqualTo("bad"));
    }

    @Test
    void aPolicyMayHaveTheTextSentAsItIs() {
        Detector listening = detector(texts -> {
            heard.addAll(texts);
            return nothing(texts);
        });
        Policy policy = policy(listening, harmless(), ", redacted: false");

        var _ = evaluator(listening, harmless()).evaluate(Exchanges.question("DE89 3704 0044 0532 0130 00"), policy);

        assertThat(heard).containsExactly("DE89 3704 0044 0532 0130 00");
    }

    @Test
    void aSpanOutsideOfTheTextIsAnErrorAndNoFinding() {
        Detector beyond =
                detector(texts -> List.of(new Verdict(true, List.of(new Verdict.Detection("hate", 0, 99, 900, true)))));

        assertThat(decide(beyond, harmless(), Exchanges.question("Short"))
                        .results()
                        .getFirst()
                        .status())
                .isEqualTo(Status.ERROR);
    }

    @Test
    void theDigestOfAPolicyCoversTheModel() {
        Detector other = new Fake("another model", RemoteDecisionTest::nothing);

        assertThat(policy(harmless(), harmless(), "").identity().digest())
                .isEqualTo(policy(hate(800), harmless(), "").identity().digest())
                .isNotEqualTo(policy(other, harmless(), "").identity().digest());
    }

    @Test
    void aPolicyThatNamesNoDetectorOrAnUnknownOneIsRefused() {
        assertThatThrownBy(() -> compile(POLICY.replace("detector: two, ", ""), harmless(), harmless()))
                .isInstanceOf(PolicyRefusedException.class)
                .hasMessageContaining("policy.yaml:10:")
                .hasMessageContaining("setting 'detector' is missing");
        assertThatThrownBy(() -> compile(POLICY.replace("detector: two", "detector: too"), harmless(), harmless()))
                .hasMessageContaining("'too' is not known here")
                .hasMessageContaining("two");
    }

    private Decision decide(Detector one, Detector two, Exchange exchange) {
        return evaluator(one, two).evaluate(exchange, policy(one, two, ""));
    }

    private Evaluator evaluator(Detector one, Detector two) {
        return new Evaluator(catalogue(one, two), (check, failure) -> failures.add(check));
    }

    private static CheckCatalogue catalogue(Detector one, Detector two) {
        return new CheckCatalogue(List.of(new PiiCheck(), RemoteCheck.of(Map.of("one", one, "two", two))));
    }

    private static Policy policy(Detector one, Detector two, String settings) {
        try {
            return compile(POLICY, one, two, settings);
        } catch (PolicyRefusedException refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    private static Policy compile(String document, Detector one, Detector two) throws PolicyRefusedException {
        return compile(document, one, two, "");
    }

    private static Policy compile(String document, Detector one, Detector two, String settings)
            throws PolicyRefusedException {
        return new PolicyCompiler(catalogue(one, two), new CelConditionEngine())
                .compile(new PolicySource("policy.yaml", document.replace("%s", settings)));
    }

    private static Detector hate(int score) {
        return detector(texts -> texts.stream()
                .map(text -> new Verdict(true, List.of(new Verdict.Detection("hate", 0, text.length(), score, true))))
                .toList());
    }

    private static Detector harmless() {
        return detector(RemoteDecisionTest::nothing);
    }

    private static Detector failing(NoAnswerException.Reason reason) {
        return detector(texts -> {
            throw new NoAnswerException(reason, "on purpose");
        });
    }

    private static List<Verdict> nothing(List<String> texts) {
        return texts.stream().map(text -> new Verdict(false, List.of())).toList();
    }

    private static Detector detector(Function<List<String>, List<Verdict>> judge) {
        return new Fake("a model", judge);
    }

    private record Fake(String identity, Function<List<String>, List<Verdict>> answer) implements Detector {
        @Override
        public List<Verdict> judge(List<String> texts, Duration time) {
            return answer.apply(texts);
        }
    }
}
