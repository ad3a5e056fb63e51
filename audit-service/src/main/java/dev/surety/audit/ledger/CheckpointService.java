package dev.surety.audit.ledger;

import dev.surety.audit.AuditConfig;
import dev.surety.kit.database.DatabaseUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has the log signed and announced in rhythm. A failure is the state of the service until the next success; a log that
 * must not be signed makes the service not ready, and says why.
 */
@Singleton
public class CheckpointService {
    private static final Logger LOG = Logger.getLogger(CheckpointService.class);

    private final Checkpointer checkpointer;
    private final CheckpointPublisher publisher;
    private final AuditConfig.Checkpoint config;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("checkpointer").factory());
    private volatile Health health = new Health(Optional.empty(), Optional.of("No checkpoint was signed yet"));
    private long announcedSize;

    CheckpointService(Checkpointer checkpointer, CheckpointPublisher publisher, AuditConfig config, Clock clock) {
        this.checkpointer = checkpointer;
        this.publisher = publisher;
        this.config = config.checkpoint();
        this.clock = clock;
    }

    /** The last checkpoint, and what keeps the log from being signed, if anything does. */
    public record Health(Optional<StoredCheckpoint> latest, Optional<String> trouble) {}

    public Health health() {
        return health;
    }

    void start(@Observes StartupEvent event) {
        var _ = thread.scheduleWithFixedDelay(this::turn, 0, config.interval().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            LOG.warn("The checkpointer did not stop in time");
        }
    }

    private void turn() {
        try {
            Optional<StoredCheckpoint> signed = checkpointer.sign();
            signed.ifPresent(this::announceIfDue);
            health = new Health(signed, signed.isPresent() ? Optional.empty() : health.trouble());
        } catch (LogIntegrityException refused) {
            trouble(String.valueOf(refused.getMessage()), refused);
        } catch (DatabaseUnavailableException away) {
            trouble("The database cannot be reached", null);
        } catch (RuntimeException failure) {
            trouble("The log could not be signed: " + failure.getClass().getSimpleName(), failure);
        }
    }

    private void trouble(String what, @Nullable RuntimeException cause) {
        if (!health.trouble().equals(Optional.of(what))) {
            if (cause == null) {
                LOG.warn(what);
            } else {
                LOG.error(what, cause);
            }
        }
        health = new Health(health.latest(), Optional.of(what));
    }

    /** Far fewer checkpoints are announced than signed, and none while the log does not grow. */
    private void announceIfDue(StoredCheckpoint latest) {
        if (latest.size() == announcedSize || latest.size() == 0) {
            return;
        }
        Instant now = clock.instant();
        Optional<CheckpointPublisher.Announcement> last = publisher.last();
        if (last.isPresent() && last.get().size() >= latest.size()) {
            announcedSize = latest.size();
        } else if (last.isEmpty() || Duration.between(last.get().at(), now).compareTo(config.announceInterval()) >= 0) {
            publisher.announce(latest, now);
            announcedSize = latest.size();
        }
    }
}
