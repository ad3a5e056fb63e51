package dev.surety.guardrail.decision.event;

import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.EvaluationPublisher;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes each evaluation as one record, keyed by its conversation, and waits for all replicas of the broker. */
@Singleton
public class KafkaEvaluationPublisher implements EvaluationPublisher {
    private static final URI SOURCE = URI.create("/surety/guardrail-service");

    private final EventProducer producer;
    private final Duration timeout;
    private final String instance;
    private final AtomicLong sequence = new AtomicLong();

    KafkaEvaluationPublisher(EventProducer producer, GuardrailConfig config, Identifiers identifiers) {
        this.producer = producer;
        this.timeout = config.recording().acknowledgementTimeout();
        this.instance = config.instance().orElseGet(() -> identifiers.next().toString());
    }

    @Override
    public void publish(Evaluation evaluation) throws NotRecordedException {
        ExchangeEvaluated event = ExchangeEvaluatedMapper.event(
                evaluation, new ExchangeEvaluated.Producer(instance, sequence.incrementAndGet()));
        String conversation = evaluation.exchange().conversation().id();
        CloudEvent<ExchangeEvaluated> envelope = new CloudEvent<>(
                evaluation.id(), SOURCE, conversation, evaluation.request().tenant(), evaluation.evaluatedAt(), event);
        try {
            producer.send(conversation, envelope).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NotRecordedException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotRecordedException(interrupted);
        }
    }
}
