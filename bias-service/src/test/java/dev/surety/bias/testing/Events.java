package dev.surety.bias.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.contracts.Topics;
import dev.surety.launcher.testing.RealServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what the service has published. */
public final class Events {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(1);

    private Events() {}

    /** The events about that subject: waits for the first, and then a little for one too many. */
    public static List<ConsumerRecord<String, byte[]>> about(String subject) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.BIAS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                int before = found.size();
                consumer.poll(QUIET).forEach(event -> {
                    Header header = event.headers().lastHeader("ce_subject");
                    if (header != null && new String(header.value(), UTF_8).equals(subject)) {
                        found.add(event);
                    }
                });
                if (!found.isEmpty() && found.size() == before) {
                    break;
                }
            }
            return found;
        }
    }
}
