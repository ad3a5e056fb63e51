package dev.surety.audit.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.audit.ingest.Received;
import dev.surety.audit.ledger.Source;
import dev.surety.audit.testing.Broker;
import dev.surety.audit.testing.RealLog;
import dev.surety.audit.testing.SampleEvents;
import dev.surety.contracts.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealLog
class TopicReaderTest {
    private static final int MOST_TURNS = 100;

    @Inject
    TopicReaders readers;

    @Test
    void goesOnExactlyWhereTheLogIs() {
        // Given
        RecordMetadata second;
        try (Broker broker = new Broker()) {
            var _ = broker.send(SampleEvents.policyActivated(UUID.randomUUID(), "acme"));
            second = broker.send(SampleEvents.policyActivated(UUID.randomUUID(), "acme"));
        }
        Source.Stream stream = new Source.Stream(second.topic(), second.partition());

        // When
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<Source.Stream, Long> positions = Map.of();
        try (TopicReader reader = readers.open(Map.of(stream, second.offset()))) {
            for (int turn = 0; turn < MOST_TURNS && records.isEmpty(); turn++) {
                TopicReader.Batch batch = reader.next();
                batch.records().stream()
                        .filter(message ->
                                message.topic().equals(stream.topic()) && message.partition() == stream.partition())
                        .forEach(records::add);
                positions = batch.positions();
            }
        }

        // Then
        assertThat(records.getFirst().offset()).isEqualTo(second.offset());
        assertThat(positions.get(stream)).isEqualTo(records.getLast().offset() + 1);
    }

    @Test
    void saysWhatKafkaNoLongerHasInsteadOfSkippingIt() {
        // Given a position that the topic does not have, as after its records expired or it was made anew
        Source.Stream stream = new Source.Stream(Topics.POLICIES, 0);

        // When
        List<Received.Missing> missing = new ArrayList<>();
        try (TopicReader reader = readers.open(Map.of(stream, 10_000_000L))) {
            for (int turn = 0; turn < MOST_TURNS && missing.isEmpty(); turn++) {
                TopicReader.Batch batch = reader.next();
                missing.addAll(batch.missing());
                if (!batch.missing().isEmpty()) {
                    assertThat(batch.positions()).containsKey(stream);
                }
            }
        }

        // Then
        assertThat(missing).containsExactly(new Received.Missing(stream, 10_000_000L, 0));
    }
}
