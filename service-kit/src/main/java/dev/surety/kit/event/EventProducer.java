package dev.surety.kit.event;

import dev.surety.kit.KitConfig;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events. A completed future means that all in-sync replicas have the record ({@code acks=all}); one that
 * failed says nothing about whether the record will appear, so receivers must be idempotent on the event id.
 */
@Singleton
public class EventProducer {
    private static final int LINGER_MILLIS = 1;

    private final KafkaProducer<String, byte[]> producer;
    private final CloudEventCodec codec = new CloudEventCodec();
    private final EventTracing tracing;

    EventProducer(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            KitConfig config,
            EventTracing tracing) {
        this.producer = new KafkaProducer<>(
                settings(connection, config.producer().deliveryTimeout()),
                new StringSerializer(),
                new ByteArraySerializer());
        this.tracing = tracing;
    }

    /**
     * Sends {@code event} to the topic of its type. It may block for the time that the metadata of the topic take, so
     * it is called from a virtual thread.
     *
     * @param key what stays in order, see {@link dev.surety.contracts.Topics}
     */
    public CompletableFuture<Void> send(String key, CloudEvent<?> event) {
        return send(codec.encode(key, event));
    }

    /** Sends a record that is encoded already. */
    public CompletableFuture<Void> send(ProducerRecord<String, byte[]> message) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Span span = tracing.startSending(message.topic(), message.headers());
        try {
            var _ = producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    span.setStatus(StatusCode.ERROR);
                    acknowledged.completeExceptionally(failure);
                }
                span.end();
            });
        } catch (KafkaException failure) {
            span.setStatus(StatusCode.ERROR).end();
            acknowledged.completeExceptionally(failure);
        }
        return acknowledged;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static Map<String, Object> settings(Map<String, Object> connection, Duration deliveryTimeout) {
        int timeoutMillis = Math.toIntExact(deliveryTimeout.toMillis());
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeoutMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMillis - LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeoutMillis);
        return settings;
    }
}
