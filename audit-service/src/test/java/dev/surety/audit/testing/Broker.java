package dev.surety.audit.testing;

import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import dev.surety.launcher.testing.RealServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to and reads from the real broker, as the other services and as a stranger would. */
public final class Broker implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    RealServers.kafka().bootstrapServers(),
                    "acks",
                    "all",
                    "max.request.size",
                    4_000_000,
                    "linger.ms",
                    5),
            new StringSerializer(),
            new ByteArraySerializer());
    private final CloudEventCodec codec = new CloudEventCodec();

    /** Sends an event; the broker has it when this returns. */
    public RecordMetadata send(CloudEvent<?> event) {
        return send(encode(event));
    }

    /** Sends a record; the broker has it when this returns. */
    public RecordMetadata send(ProducerRecord<String, byte[]> message) {
        try {
            return producer.send(message).get();
        } catch (ExecutionException failure) {
            throw new AssertionError("The record could not be sent", failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The record that carries an event. */
    public ProducerRecord<String, byte[]> encode(CloudEvent<?> event) {
        return codec.encode(event.subject(), event);
    }

    /** What a topic has that fits, from its beginning, once there is something. */
    public static List<ConsumerRecord<String, byte[]>> find(
            String topic, Predicate<ConsumerRecord<String, byte[]>> fits) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealServers.kafka().bootstrapServers(),
                        "group.id",
                        "probe-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest",
                        "metadata.max.age.ms",
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            for (int turn = 0; turn < 100 && found.isEmpty(); turn++) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (fits.test(message)) {
                        found.add(message);
                    }
                });
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
