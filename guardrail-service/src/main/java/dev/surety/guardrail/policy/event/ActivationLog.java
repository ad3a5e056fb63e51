package dev.surety.guardrail.policy.event;

import dev.surety.contracts.Topics;
import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.guardrail.policy.Activations;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import dev.surety.kit.event.PoisonEventException;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Reads from Kafka what was told about policies so far. The topic is small: a record per change of a policy. */
@Singleton
public class ActivationLog {
    private static final Logger LOG = Logger.getLogger(ActivationLog.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> connection;
    private final CloudEventCodec codec = new CloudEventCodec();

    ActivationLog(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * Everything up to now.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    Activations read() {
        Activations activations = new Activations();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.POLICIES).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(message -> note(message, activations));
            }
        }
        return activations;
    }

    private void note(ConsumerRecord<String, byte[]> message, Activations activations) {
        try {
            codec.decode(message).ifPresent(event -> note(event, activations));
        } catch (PoisonEventException poison) {
            LOG.warnf("A record of %s at %d cannot be read and is passed over", message.topic(), message.offset());
        }
    }

    private static void note(CloudEvent<?> event, Activations activations) {
        if (event.data() instanceof PolicyActivated activated) {
            activations.told(event.tenant(), activated.policyId(), activated.digest(), event.id());
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }
}
