package dev.surety.bias.run.work;

import dev.surety.bias.BiasConfig;
import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunStore;
import dev.surety.bias.run.TargetClient;
import dev.surety.bias.suite.InvalidSuiteException;
import dev.surety.kit.database.DatabaseUnavailableException;
import dev.surety.kit.time.Identifiers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks for runs that nobody drives, in this life of the service or an earlier one, and drives some of them at once.
 * Each driver proves that it lives by renewing its lease; a run whose driver went silent is taken over.
 */
@ApplicationScoped
public class RunWorker {
    private static final Logger LOG = Logger.getLogger(RunWorker.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

    private final RunStore store;
    private final BiasConfig config;
    private final Clock clock;
    private final Identifiers identifiers;
    private final RunDriver.Parts parts;
    private final Map<UUID, RunDriver> active = new ConcurrentHashMap<>();
    private final Semaphore places;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean stopping;

    RunWorker(RunStore store, TargetClient client, CallMeter meter, BiasConfig config, Timing timing) {
        this.store = store;
        this.config = config;
        this.clock = timing.clock();
        this.identifiers = timing.identifiers();
        this.places = new Semaphore(config.run().maxActive());
        BiasConfig.Threshold threshold = config.threshold();
        Thresholds.Evidence evidence = new Thresholds.Evidence(
                threshold.minimumGroupSize(),
                threshold.minimumReferenceSize(),
                threshold.minimumReferenceShare(),
                threshold.minimumTemplates(),
                threshold.maximumMissingShare());
        this.parts = new RunDriver.Parts(
                store,
                client,
                meter,
                clock,
                new RunDriver.Limits(config.run().leaseDuration(), config.run().awayAfter(), evidence));
    }

    void start(@Observes StartupEvent event) {
        Thread thread = Thread.ofVirtual().name("run-worker").start(this::lookForRuns);
        LOG.debugf("%s started", thread.getName());
    }

    /** Lets go of the runs, so that another replica, or the next start, goes on at once. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        active.values().forEach(RunDriver::stop);
        wake.release();
        Instant deadline = clock.instant().plus(PATIENCE_AT_STOP);
        while (!active.isEmpty() && clock.instant().isBefore(deadline)) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** Says that there may be a new run. */
    public void wake() {
        wake.release();
    }

    private void lookForRuns() {
        while (!stopping) {
            try {
                boolean _ = wake.tryAcquire(config.run().pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                int _ = wake.drainPermits();
                takeWhatThereIs();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            } catch (DatabaseUnavailableException away) {
                LOG.debugf("The worker waits for the database: %s", away.getMessage());
            } catch (RuntimeException failure) {
                LOG.error("The worker could not look for runs", failure);
            }
        }
    }

    private void takeWhatThereIs() {
        while (!stopping && places.tryAcquire()) {
            UUID driver = identifiers.next();
            boolean taken = false;
            try {
                Optional<Run> run = store.adopt(driver, clock.instant(), leaseEnd());
                taken = run.isPresent();
                run.ifPresent(found -> drive(found, driver));
            } finally {
                if (!taken) {
                    places.release();
                }
            }
            if (!taken) {
                return;
            }
        }
    }

    private void drive(Run run, UUID driverId) {
        RunDriver driver;
        try {
            driver = new RunDriver(run, parts);
        } catch (InvalidSuiteException outdated) {
            // An older version accepted this document. Whoever updates the service has to look at the run.
            LOG.errorf("Run %s cannot be driven: %s", run.id(), outdated.getMessage());
            places.release();
            return;
        }
        active.put(driverId, driver);
        Thread work = Thread.ofVirtual().name("run-" + run.id()).start(() -> work(driver, driverId));
        Thread heart = Thread.ofVirtual().name("lease-" + run.id()).start(() -> keepAlive(driver, driverId));
        LOG.infof("Run %s is driven by %s, its lease kept by %s", run.id(), work.getName(), heart.getName());
    }

    /** A run that failed keeps its lease: whatever the reason, the next try comes when the lease has ended. */
    private void work(RunDriver driver, UUID driverId) {
        UUID run = driver.run().id();
        try {
            driver.drive().ifPresent(result -> {
                parts.meter().ended(result.verdict());
                LOG.infof("Run %s ended: %s", run, result.verdict());
            });
            store.release(run, driverId);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Run %s was interrupted; a worker takes it up again", run);
        } finally {
            var _ = active.remove(driverId);
            places.release();
        }
    }

    /** Renews the lease while the driver works; a driver that lost its run stops. */
    private void keepAlive(RunDriver driver, UUID driverId) {
        UUID run = driver.run().id();
        Duration beat = config.run().leaseDuration().dividedBy(4);
        try {
            while (active.containsKey(driverId)) {
                Thread.sleep(beat);
                if (active.containsKey(driverId) && !renewed(run, driverId)) {
                    driver.stop();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean renewed(UUID run, UUID driverId) {
        try {
            return store.renew(run, driverId, leaseEnd());
        } catch (DatabaseUnavailableException away) {
            // Nobody else can take the run over either; the next beat tries again.
            return true;
        }
    }

    private Instant leaseEnd() {
        return clock.instant().plus(config.run().leaseDuration());
    }
}
