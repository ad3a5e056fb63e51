package dev.surety.guardrail.testing;

import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import dev.surety.kit.event.PoisonEventException;
import dev.surety.launcher.testing.RealServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What stands in a topic, read from its beginning as any other service would. */
public final class RecordedEvents implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final CloudEventCodec codec = new CloudEventCodec();
    private final List<Recorded> recorded = new ArrayList<>();

    /** An event and the key of its record. */
    public record Recorded(String key, CloudEvent<?> event) {}

    public RecordedEvents(String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealServers.kafka().bootstrapServers(),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** The fitting events that have arrived so far, in the order of arrival. */
    public List<Recorded> matching(Predicate<CloudEvent<?>> fits) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
            try {
                codec.decode(message)
                        .ifPresent(event -> recorded.add(new Recorded(Objects.requireNonNull(message.key()), event)));
            } catch (PoisonEventException poison) {
                throw new AssertionError("an unreadable record stands in " + message.topic(), poison);
            }
        }
        return recorded.stream().filter(one -> fits.test(one.event())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
