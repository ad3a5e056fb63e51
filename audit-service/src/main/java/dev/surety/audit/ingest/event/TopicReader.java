package dev.surety.audit.ingest.event;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ledger.Source;
import dev.surety.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Reads all topics but the log's own, each partition from the offset that the log is at. Partitions are assigned, not
 * subscribed: the lease of the log decides who reads, so there is no group whose rebalancing or time-outs could keep a
 * restarted writer waiting. For one thread, but for {@link #wakeUp}.
 */
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final AuditConfig.Ingest config;
    private final Map<Source.Stream, Long> positions;
    private final List<Received.Missing> missing = new ArrayList<>();
    private long refreshedAt;
    private boolean refreshed;

    TopicReader(Consumer<byte[], byte[]> consumer, AuditConfig.Ingest config, Map<Source.Stream, Long> positions) {
        this.consumer = consumer;
        this.config = config;
        this.positions = Map.copyOf(positions);
    }

    /** What was read, and where reading goes on once it is in the log. */
    record Batch(
            List<ConsumerRecord<byte[], byte[]>> records,
            List<Received.Missing> missing,
            Map<Source.Stream, Long> positions) {
        boolean isEmpty() {
            return positions.isEmpty();
        }
    }

    /**
     * The next batch; empty when there is nothing to read.
     *
     * @throws KafkaException when the broker does not answer
     */
    Batch next() {
        refreshIfDue();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<Source.Stream, Long> next = new HashMap<>();
        if (!consumer.assignment().isEmpty()) {
            fill(records, next);
        }
        List<Received.Missing> gaps = List.copyOf(missing);
        missing.clear();
        gaps.forEach(gap -> next.putIfAbsent(gap.stream(), gap.until()));
        return new Batch(records, gaps, next);
    }

    /** Tells Kafka how far the log is. Nobody reads on from there; it is for tools that show how far behind one is. */
    void report(Map<Source.Stream, Long> read) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        read.forEach((stream, offset) -> offsets.put(partition(stream), new OffsetAndMetadata(offset)));
        consumer.commitAsync(offsets, (_, failure) -> {
            if (failure != null) {
                LOG.debugf("The offsets could not be reported: %s", failure.getMessage());
            }
        });
    }

    /** How many records are there to be read, as far as is known. */
    long lag() {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return lag;
    }

    /** Makes {@link #next} end with an exception; from any thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        // What is in the log counts; an offset report that is still on its way is not worth waiting for.
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private void fill(List<ConsumerRecord<byte[], byte[]>> records, Map<Source.Stream, Long> next) {
        long bytes = 0;
        long deadline = 0;
        while (records.size() <= config.batchSize() - pollSize(config)
                && bytes < config.batchBytes().asLongValue()) {
            ConsumerRecords<byte[], byte[]> polled = poll(deadline);
            if (polled.isEmpty() && (records.isEmpty() || System.nanoTime() >= deadline)) {
                break;
            }
            if (records.isEmpty()) {
                deadline = System.nanoTime() + config.batchWait().toNanos();
            }
            for (ConsumerRecord<byte[], byte[]> message : polled) {
                records.add(message);
                bytes += Math.max(0, message.serializedValueSize());
            }
            polled.nextOffsets().forEach((partition, offset) -> next.put(stream(partition), offset.offset()));
            if (System.nanoTime() >= deadline) {
                break;
            }
        }
    }

    /** How many records one poll may give, so that a batch is never larger than it may be. */
    static int pollSize(AuditConfig.Ingest config) {
        return Math.max(1, config.batchSize() / 4);
    }

    private ConsumerRecords<byte[], byte[]> poll(long deadline) {
        Duration timeout = deadline == 0 ? POLL : Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        try {
            return consumer.poll(timeout);
        } catch (OffsetOutOfRangeException gone) {
            skipWhatIsGone(gone.offsetOutOfRangePartitions());
            return ConsumerRecords.empty();
        }
    }

    /** Kafka no longer has what was to be read next: the log says so, and reading goes on with the oldest there is. */
    private void skipWhatIsGone(Map<TopicPartition, Long> wanted) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(wanted.keySet(), BROKER_TIMEOUT);
        oldest.forEach((partition, offset) -> {
            long from = wanted.getOrDefault(partition, 0L);
            LOG.errorf("Kafka no longer has %s from %d on; its oldest record is %d", partition, from, offset);
            missing.add(new Received.Missing(stream(partition), from, offset));
            consumer.seek(partition, offset);
        });
    }

    private void refreshIfDue() {
        long now = System.nanoTime();
        if (refreshed && now - refreshedAt < config.refreshInterval().toNanos()) {
            return;
        }
        Map<String, List<PartitionInfo>> topics = consumer.listTopics(BROKER_TIMEOUT);
        Set<TopicPartition> wanted = new LinkedHashSet<>();
        for (String topic : Topics.ALL) {
            if (!topic.equals(Topics.AUDIT)) {
                topics.getOrDefault(topic, List.of())
                        .forEach(info -> wanted.add(new TopicPartition(topic, info.partition())));
            }
        }
        assign(wanted);
        refreshed = true;
        refreshedAt = now;
    }

    private void assign(Set<TopicPartition> wanted) {
        Set<TopicPartition> present = consumer.assignment();
        if (present.containsAll(wanted)) {
            return;
        }
        Set<TopicPartition> added = new LinkedHashSet<>(wanted);
        added.removeAll(present);
        Set<TopicPartition> all = new LinkedHashSet<>(present);
        all.addAll(wanted);
        consumer.assign(all);
        for (TopicPartition partition : added) {
            Long position = positions.get(stream(partition));
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        LOG.infof("Reading %d partitions, %d of them new", all.size(), added.size());
    }

    private static Source.Stream stream(TopicPartition partition) {
        return new Source.Stream(partition.topic(), partition.partition());
    }

    private static TopicPartition partition(Source.Stream stream) {
        return new TopicPartition(stream.topic(), stream.partition());
    }
}
