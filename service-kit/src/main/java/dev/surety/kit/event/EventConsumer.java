package dev.surety.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.contracts.Topics;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * The loop that receives. Offsets are committed only after the handler returned, a record that fails is tried again
 * after a pause while its partition waits and the others go on, and a record that nobody can understand goes to the
 * dead-letter topic. So nothing is skipped and nothing blocks for ever; what may happen is that one event is handled
 * twice.
 */
public final class EventConsumer implements Runnable {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String group;
    private final List<String> topics;
    private final Consumer<String, byte[]> consumer;
    private final EventHandler handler;
    private final Surroundings surroundings;
    private final CloudEventCodec codec = new CloudEventCodec();
    private final Map<TopicPartition, Instant> resting = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private volatile boolean stopping;

    EventConsumer(
            String group,
            List<String> topics,
            Consumer<String, byte[]> consumer,
            EventHandler handler,
            Surroundings surroundings) {
        this.group = group;
        this.topics = List.copyOf(topics);
        this.consumer = consumer;
        this.handler = handler;
        this.surroundings = surroundings;
    }

    /** What the loop needs from the process it runs in. */
    record Surroundings(EventProducer deadLetters, EventTracing tracing, Clock clock, Duration retryAfter) {}

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(topics, new ForgetLostPartitions());
            while (!stopping) {
                turn();
            }
        } catch (WakeupException stopped) {
            LOG.debugf("The consumer %s stopped", group);
        }
    }

    /** Ends the loop after the record in hand. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    private void turn() {
        try {
            resumeRested();
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                handle(partition, records.records(partition));
            }
            commit();
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (KafkaException failure) {
            LOG.warnf("The consumer %s could not poll: %s", group, failure.getMessage());
            pauseThread();
        }
    }

    private void handle(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> message : records) {
            if (stopping) {
                return;
            }
            try {
                handle(message);
                handled.put(partition, new OffsetAndMetadata(message.offset() + 1));
            } catch (RuntimeException failure) {
                LOG.warnf(
                        "The consumer %s tries %s/%d again in %s: %s",
                        group, partition, message.offset(), surroundings.retryAfter(), failure);
                rest(partition, message.offset());
                return;
            }
        }
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        Span span = surroundings.tracing().startHandling(message.topic(), message.headers());
        try (Scope _ = span.makeCurrent()) {
            Optional<CloudEvent<?>> event = codec.decode(message);
            if (event.isPresent()) {
                handler.handle(event.get());
            }
        } catch (PoisonEventException poison) {
            LOG.warnf(
                    "The consumer %s gives up on %s-%d/%d: %s",
                    group, message.topic(), message.partition(), message.offset(), poison.getMessage());
            bury(message, poison);
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }

    private void bury(ConsumerRecord<String, byte[]> message, PoisonEventException poison) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                Topics.deadLetter(message.topic(), group), null, message.key(), message.value(), message.headers());
        String origin = "%s-%d/%d".formatted(message.topic(), message.partition(), message.offset());
        var _ = letter.headers()
                .add(
                        "surety-dead-letter-reason",
                        String.valueOf(poison.getMessage()).getBytes(UTF_8))
                .add("surety-dead-letter-origin", origin.getBytes(UTF_8));
        var _ = surroundings.deadLetters().send(letter).join();
    }

    private void rest(TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        consumer.pause(List.of(partition));
        resting.put(partition, surroundings.clock().instant().plus(surroundings.retryAfter()));
    }

    private void resumeRested() {
        Instant now = surroundings.clock().instant();
        List<TopicPartition> rested = resting.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
        consumer.resume(rested);
        resting.keySet().removeAll(rested);
    }

    private void commit() {
        if (!handled.isEmpty()) {
            consumer.commitSync(handled);
            handled.clear();
        }
    }

    private void pauseThread() {
        try {
            Thread.sleep(surroundings.retryAfter());
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** A partition that another replica has now must be neither committed nor resumed by this one. */
    private final class ForgetLostPartitions implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit();
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            handled.keySet().removeAll(partitions);
            resting.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.debugf("The consumer %s was given %s", group, partitions);
        }
    }
}
