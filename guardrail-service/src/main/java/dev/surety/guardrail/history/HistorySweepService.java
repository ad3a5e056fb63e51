package dev.surety.guardrail.history;

import dev.surety.guardrail.GuardrailConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Deletes what is older than the configuration lets it be. Several replicas may do so at once. */
@Singleton
public class HistorySweepService {
    private static final Logger LOG = Logger.getLogger(HistorySweepService.class);

    private final HistoryStore store;
    private final GuardrailConfig.History config;
    private final Clock clock;
    private volatile boolean stopping;

    HistorySweepService(HistoryStore store, GuardrailConfig config, Clock clock) {
        this.store = store;
        this.config = config.history();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = Thread.ofPlatform().daemon().name("history-sweep").start(this::run);
        LOG.debugf("%s started", thread.getName());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(config.sweepInterval());
                sweep();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warnf("What is too old could not be deleted, the next sweep tries again: %s", failure.getMessage());
            }
        }
    }

    /** Deletes everything that is too old now; returns how many rows that were. */
    public int sweep() {
        Instant now = clock.instant();
        int deleted = all(store::forget, now.minus(config.retention()));
        return deleted + all(store::forgetCounts, now.minus(config.countsRetention()));
    }

    private int all(ToIntFunction<Instant> forget, Instant before) {
        int deleted = 0;
        for (int batch = forget.applyAsInt(before); batch > 0 && !stopping; batch = forget.applyAsInt(before)) {
            deleted += batch;
        }
        return deleted;
    }
}
