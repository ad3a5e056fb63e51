package dev.surety.guardrail.history.event;

import dev.surety.contracts.feedback.DecisionJudged;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.history.Verdict;
import dev.surety.guardrail.history.VerdictPublisher;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes each verdict as one record, keyed by its decision, so that those about one decision stay in order. */
@Singleton
public class KafkaVerdictPublisher implements VerdictPublisher {
    private static final URI SOURCE = URI.create("/surety/guardrail-service");

    private final EventProducer producer;
    private final Identifiers identifiers;
    private final Duration timeout;

    KafkaVerdictPublisher(EventProducer producer, Identifiers identifiers, GuardrailConfig config) {
        this.producer = producer;
        this.identifiers = identifiers;
        this.timeout = config.recording().acknowledgementTimeout();
    }

    @Override
    public void publish(Verdict verdict, String conversation) throws UnpublishedException {
        String decision = verdict.decision().toString();
        DecisionJudged judged = new DecisionJudged(
                decision, conversation, verdict.rule(), verdict.verdict(), verdict.person(), verdict.judgedAt());
        try {
            producer.send(
                            decision,
                            new CloudEvent<>(
                                    identifiers.next(),
                                    SOURCE,
                                    conversation,
                                    verdict.tenant(),
                                    verdict.judgedAt(),
                                    judged))
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new UnpublishedException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnpublishedException(interrupted);
        }
    }
}
