package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.pseudonym.PseudonymService;
import dev.surety.guardrail.pseudonym.Pseudonymizer;
import dev.surety.kit.time.Identifiers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Decides an exchange and answers only when the decision is written down. */
@ApplicationScoped
public class DecisionService {
    private static final String ACTION = "action";

    private final Evaluator evaluator;
    private final EvaluationPublisher publisher;
    private final PseudonymService pseudonyms;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer deciding;
    private final Timer recording;

    DecisionService(
            Evaluator evaluator,
            EvaluationPublisher publisher,
            PseudonymService pseudonyms,
            Clock clock,
            MeterRegistry meters) {
        this.evaluator = evaluator;
        this.publisher = publisher;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
        this.meters = meters;
        this.deciding = histogram("surety.guardrail.evaluation", "Deciding an exchange, without writing it down");
        this.recording = histogram("surety.guardrail.recording", "Until the broker acknowledged the record");
    }

    /**
     * The decision about {@code exchange}, which is durable when this returns.
     *
     * @throws NotRecordedException when it could not be made durable in time: nothing of it may be used
     */
    public Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy) throws NotRecordedException {
        return decide(request, exchange, policy, Deadline.NONE);
    }

    /**
     * The same, with checks that are begun before the deadline only.
     *
     * @throws NotRecordedException when it could not be made durable in time: nothing of it may be used
     */
    public Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy, Deadline deadline)
            throws NotRecordedException {
        long started = System.nanoTime();
        Examination examination = evaluator.examine(exchange, policy, deadline, pseudonymizer(request, exchange));
        return written(request, exchange, examination, started);
    }

    /**
     * The decision about an answer of which the customer has a part already, which is durable when this returns. Masks
     * that went out while it was being written have no codes, so none has.
     *
     * @throws NotRecordedException when it could not be made durable in time: nothing more of it may be used
     */
    public Evaluation decide(Evaluation.Request request, Exchange exchange, Policy policy, Released released)
            throws NotRecordedException {
        long started = System.nanoTime();
        return written(request, exchange, evaluator.examine(exchange, policy, released), started);
    }

    private Evaluation written(Evaluation.Request request, Exchange exchange, Examination examination, long started)
            throws NotRecordedException {
        Decision decision = examination.decision();
        long decided = System.nanoTime();
        deciding.record(decided - started, TimeUnit.NANOSECONDS);
        Evaluation evaluation = new Evaluation(
                Identifiers.named(request.tenant(), request.requestId()),
                request,
                exchange,
                decision,
                clock.instant(),
                TimeUnit.NANOSECONDS.toMicros(decided - started),
                examination.checks());
        try {
            publisher.publish(evaluation);
        } catch (NotRecordedException failure) {
            meters.counter("surety.guardrail.unrecorded").increment();
            throw failure;
        }
        recording.record(System.nanoTime() - decided, TimeUnit.NANOSECONDS);
        count(exchange, decision);
        return evaluation;
    }

    private Pseudonymizer pseudonymizer(Evaluation.Request request, Exchange exchange) {
        return pseudonyms
                .of(request.tenant(), exchange.conversation().id())
                .<Pseudonymizer>map(own -> own)
                .orElse(Pseudonymizer.NONE);
    }

    private void count(Exchange exchange, Decision decision) {
        meters.counter(
                        "surety.guardrail.evaluations",
                        ACTION,
                        decision.action().wireName(),
                        "stage",
                        exchange.stage().wireName())
                .increment();
        // Counted apart, because what was passed over without being judged is a liability of its own.
        decision.degraded()
                .forEach(degradation -> meters.counter(
                                "surety.guardrail.degraded",
                                "check",
                                degradation.check(),
                                "on_error",
                                degradation.onError().wireName())
                        .increment());
    }

    private Timer histogram(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        Duration.ofMillis(1),
                        Duration.ofMillis(3),
                        Duration.ofMillis(5),
                        Duration.ofMillis(15),
                        Duration.ofMillis(50),
                        Duration.ofMillis(250),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(meters);
    }
}
