package dev.surety.kit.event;

import dev.surety.kit.KitConfig;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Starts the consumers of a service, each on a thread of its own, and stops them with it. */
@Singleton
public class EventConsumers {
    private final Map<String, Object> connection;
    private final EventConsumer.Surroundings surroundings;
    private final List<Running> running = new CopyOnWriteArrayList<>();

    EventConsumers(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            KitConfig config,
            EventProducer deadLetters,
            EventTracing tracing,
            Clock clock) {
        this.connection = Map.copyOf(connection);
        this.surroundings = new EventConsumer.Surroundings(
                deadLetters, tracing, clock, config.consumer().retryAfter());
    }

    private record Running(EventConsumer consumer, Thread thread) {}

    /**
     * Starts receiving, from the oldest record that the group has not handled.
     *
     * @param group the consumer group: the name of the service
     */
    public void start(String group, List<String> topics, EventHandler handler) {
        EventConsumer consumer = new EventConsumer(
                group,
                topics,
                new KafkaConsumer<>(settings(group), new StringDeserializer(), new ByteArrayDeserializer()),
                handler,
                surroundings);
        running.add(new Running(
                consumer, Thread.ofPlatform().name("consumer-" + group).start(consumer)));
    }

    /** Whether every consumer that was started still runs. */
    public boolean alive() {
        return running.stream().allMatch(one -> one.thread().isAlive());
    }

    @PreDestroy
    void stop() throws InterruptedException {
        for (Running one : running) {
            one.consumer().stop();
        }
        for (Running one : running) {
            one.thread().join(5_000);
        }
    }

    private Map<String, Object> settings(String group) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A topic that is created after the service started is seen within seconds, not after five minutes.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        return settings;
    }
}
