package dev.surety.audit.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.audit.ingest.Received;
import dev.surety.contracts.Topics;
import dev.surety.kit.event.EventProducer;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Copies what could not be read to the dead-letter topic, before it is quarantined in the log: after a crash in between
 * it is copied again, but never left out.
 */
@Singleton
class DeadLetters {
    private static final String GROUP = "audit-service";

    private final EventProducer producer;

    DeadLetters(EventProducer producer) {
        this.producer = producer;
    }

    /** Starts copying; the result completes when Kafka has acknowledged the copy. */
    CompletableFuture<Void> bury(ConsumerRecord<byte[], byte[]> message, Received.Reason reason) {
        return producer.send(letter(message, message.value(), reason)).exceptionallyCompose(failure -> {
            // With our headers it is larger than it was. Its bytes are in the log; the letter says where it came from.
            return cause(failure) instanceof RecordTooLargeException
                    ? producer.send(letter(message, null, reason))
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<byte[], byte[]> message, byte @Nullable [] value, Received.Reason reason) {
        String key = message.key() == null ? null : new String(message.key(), UTF_8);
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.deadLetter(message.topic(), GROUP), null, key, value, message.headers());
        String origin = "%s-%d/%d".formatted(message.topic(), message.partition(), message.offset());
        var _ = letter.headers()
                .add("surety-dead-letter-reason", reason.label().getBytes(UTF_8))
                .add("surety-dead-letter-origin", origin.getBytes(UTF_8));
        return letter;
    }
}
