package dev.surety.audit.ingest.event;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ingest.IngestService;
import dev.surety.audit.ingest.Received;
import dev.surety.audit.ingest.Tally;
import dev.surety.audit.ledger.FencedException;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.kit.database.DatabaseUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The loop that turns what the services say into entries. It stands by while another replica writes. After any failure
 * it starts over from what is committed, so that nothing is left out and nothing is there twice.
 */
@Singleton
public class LogConsumer {
    private static final Logger LOG = Logger.getLogger(LogConsumer.class);
    private static final long STOP_MILLIS = 10_000;

    private final IngestService ingest;
    private final TopicReaders readers;
    private final DeadLetters deadLetters;
    private final IngestMetrics metrics;
    private final AuditConfig.Ingest config;
    private final RecordReader records;
    private volatile IngestStatus status = IngestStatus.STARTING;
    private volatile boolean stopping;
    private volatile @Nullable TopicReader reader;
    private @Nullable Thread thread;

    LogConsumer(
            IngestService ingest,
            TopicReaders readers,
            DeadLetters deadLetters,
            IngestMetrics metrics,
            AuditConfig config) {
        this.ingest = ingest;
        this.readers = readers;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.config = config.ingest();
        this.records =
                new RecordReader(Math.toIntExact(this.config.maxEventSize().asLongValue()));
    }

    IngestStatus status() {
        return status;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("log-consumer").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        TopicReader open = reader;
        if (open != null) {
            open.wakeUp();
        }
        Thread running = thread;
        if (running != null) {
            running.join(STOP_MILLIS);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                turn();
            } catch (WakeupException stopped) {
                LOG.debug("Reading stops");
            } catch (FencedException fenced) {
                stands(IngestStatus.Phase.STANDING_BY, String.valueOf(fenced.getMessage()), null);
            } catch (LogIntegrityException refused) {
                stands(IngestStatus.Phase.WAITING, String.valueOf(refused.getMessage()), refused);
            } catch (DatabaseUnavailableException away) {
                stands(IngestStatus.Phase.WAITING, "The database cannot be reached", null);
            } catch (KafkaException | CompletionException away) {
                stands(IngestStatus.Phase.WAITING, "Kafka cannot be reached", null);
            } catch (RuntimeException failure) {
                stands(IngestStatus.Phase.WAITING, failure.getClass().getSimpleName(), failure);
            }
            if (!stopping) {
                rest();
            }
        }
        giveBack();
    }

    /** Reads as the writer of the log until something keeps it from doing so. */
    private void turn() {
        if (!ingest.begin()) {
            stands(IngestStatus.Phase.STANDING_BY, "Another replica writes the log", null);
            return;
        }
        try (TopicReader opened = readers.open(ingest.positions())) {
            reader = opened;
            while (!stopping) {
                TopicReader.Batch batch = opened.next();
                if (batch.isEmpty()) {
                    ingest.keep();
                } else {
                    append(batch);
                    opened.report(batch.positions());
                }
                metrics.stands(ingest.size(), opened.lag());
                stands(IngestStatus.Phase.READING, "Reading", null);
            }
        } finally {
            reader = null;
        }
    }

    private void append(TopicReader.Batch batch) {
        long begun = System.nanoTime();
        List<Received> received = new ArrayList<>(batch.missing());
        List<CompletableFuture<Void>> letters = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> message : batch.records()) {
            Received one = records.read(message);
            received.add(one);
            if (one instanceof Received.Unreadable unreadable) {
                LOG.warnf(
                        "%s is quarantined: %s",
                        unreadable.source(), unreadable.reason().label());
                letters.add(deadLetters.bury(message, unreadable.reason()));
            }
        }
        var _ = CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new))
                .join();
        Tally tally = ingest.ingest(received, batch.positions());
        metrics.ingested(tally, System.nanoTime() - begun);
    }

    private void stands(IngestStatus.Phase phase, String detail, @Nullable RuntimeException cause) {
        IngestStatus next = new IngestStatus(phase, detail);
        if (!next.equals(status)) {
            if (cause != null) {
                LOG.error(detail, cause);
            } else {
                LOG.infof("%s: %s", phase, detail);
            }
        }
        status = next;
    }

    private void rest() {
        try {
            Thread.sleep(config.retryAfter());
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack() {
        try {
            ingest.end();
        } catch (RuntimeException failure) {
            // The lease runs out by itself.
            LOG.debugf("The lease could not be given back: %s", failure.getMessage());
        }
    }
}
