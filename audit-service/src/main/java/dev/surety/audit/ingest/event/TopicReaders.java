package dev.surety.audit.ingest.event;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.Source;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Connects readers to Kafka. */
@Singleton
class TopicReaders {
    private static final String GROUP = "audit-service";

    private final Map<String, Object> connection;
    private final AuditConfig.Ingest config;

    TopicReaders(@Identifier("default-kafka-broker") Map<String, Object> connection, AuditConfig config) {
        this.connection = Map.copyOf(connection);
        this.config = config.ingest();
    }

    /** A reader that goes on at {@code positions}. */
    TopicReader open(Map<Source.Stream, Long> positions) {
        return new TopicReader(
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                config,
                positions);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Skipping what Kafka lost would be silent; it has to be noticed and recorded.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TopicReader.pollSize(config));
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
