package dev.surety.guardrail.pseudonym.event;

import dev.surety.contracts.interaction.PseudonymsRevealed;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.pseudonym.RevealNotRecordedException;
import dev.surety.guardrail.pseudonym.RevealPublisher;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes each restoration as one record, keyed by its conversation, and waits for all replicas of the broker. */
@Singleton
public class KafkaRevealPublisher implements RevealPublisher {
    private static final URI SOURCE = URI.create("/surety/guardrail-service");

    private final EventProducer producer;
    private final Identifiers identifiers;
    private final Duration timeout;

    KafkaRevealPublisher(EventProducer producer, Identifiers identifiers, GuardrailConfig config) {
        this.producer = producer;
        this.identifiers = identifiers;
        this.timeout = config.recording().acknowledgementTimeout();
    }

    @Override
    public void publish(Reveal reveal) throws RevealNotRecordedException {
        CloudEvent<PseudonymsRevealed> envelope = new CloudEvent<>(
                identifiers.next(),
                SOURCE,
                reveal.conversation(),
                reveal.tenant(),
                reveal.revealedAt(),
                new PseudonymsRevealed(reveal.conversation(), reveal.person(), reveal.restored(), reveal.revealedAt()));
        try {
            producer.send(reveal.conversation(), envelope).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new RevealNotRecordedException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RevealNotRecordedException(interrupted);
        }
    }
}
