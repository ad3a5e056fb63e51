package dev.surety.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.contracts.Topics;
import dev.surety.launcher.testing.RealServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What this service wrote to Kafka, read from the beginning. */
public final class EventLog implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    public EventLog() {
        this(Topics.CASES, Topics.FLOOR);
    }

    public EventLog(String... topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealServers.kafka().bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(topics)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records of that key that were written until now, those of cases first. */
    public List<ConsumerRecord<String, byte[]>> records(String key) {
        consumer.poll(Duration.ofMillis(300)).forEach(seen::add);
        return Stream.of(Topics.CASES, Topics.FLOOR, "")
                .flatMap(topic -> seen.stream()
                        .filter(message -> topic.isEmpty()
                                ? !List.of(Topics.CASES, Topics.FLOOR).contains(message.topic())
                                : message.topic().equals(topic)))
                .filter(message -> key.equals(message.key()))
                .toList();
    }

    /** The same in short: {@code case.opened} for an event of a case, {@code floor held 1} for a floor. */
    public List<String> of(String key) {
        return records(key).stream().map(this::shortly).toList();
    }

    private String shortly(ConsumerRecord<String, byte[]> message) {
        String type = new String(message.headers().lastHeader("ce_type").value(), UTF_8)
                .replace("dev.surety.", "")
                .replace(".v1", "");
        if (!type.equals("floor.changed")) {
            return type;
        }
        try {
            JsonNode floor = json.readTree(message.value());
            return "floor " + floor.get("holder").asText() + " "
                    + floor.get("epoch").asLong();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
