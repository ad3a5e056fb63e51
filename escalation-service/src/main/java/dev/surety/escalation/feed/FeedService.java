package dev.surety.escalation.feed;

import dev.surety.escalation.EscalationConfig;
import dev.surety.kit.database.Database;
import dev.surety.kit.database.DatabaseUnavailableException;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Numbers the changes that committed and hands them to whoever waits. Any replica may number, one at a time; each
 * replica reads what was numbered, whoever did it.
 */
@Singleton
public class FeedService {
    private static final Logger LOG = Logger.getLogger(FeedService.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final int READ_AT_ONCE = 1_000;

    private final Database database;
    private final FeedStore store;
    private final EscalationConfig.Feed config;
    private final Clock clock;
    private final Map<String, Tail> tails = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    FeedService(Database database, FeedStore store, EscalationConfig config, Clock clock) {
        this.database = database;
        this.store = store;
        this.config = config.feed();
        this.clock = clock;
    }

    /** What a reader gets. Sealed: it is told either what follows, or that it has to look at everything anew. */
    public sealed interface Batch {
        /** Where the reader stands after it. */
        long cursor();

        /** What follows, in order and without a gap; empty when nothing happened in time. */
        record Following(List<FeedEntry> entries, long cursor) implements Batch {
            public Following {
                entries = List.copyOf(entries);
            }
        }

        /** The reader was away too long: what follows its cursor is forgotten. */
        record Lost(long cursor) implements Batch {}

        /** The feed ends here, because the service stops. */
        record End(long cursor) implements Batch {}
    }

    /** The last number of the tenant's feed, 0 before the first. */
    public long head(String tenant) {
        return tail(tenant).head();
    }

    /** What follows {@code cursor}; waits for it, but not longer than {@code patience}. */
    public Batch after(String tenant, long cursor, Duration patience) throws InterruptedException {
        Tail tail = tail(tenant);
        // Another replica may know more already; behind what the database knows, a cursor is from another life of it.
        if (cursor > tail.head() && cursor > storedHead(tenant)) {
            return new Batch.Lost(tail.head());
        }
        tail.await(cursor, patience);
        if (stopping) {
            return new Batch.End(cursor);
        }
        Optional<List<FeedEntry>> inMemory = tail.after(cursor);
        List<FeedEntry> following = inMemory.orElseGet(
                () -> database.read(connection -> store.after(connection, tenant, cursor, READ_AT_ONCE)));
        if (following.isEmpty()) {
            return inMemory.isPresent() ? new Batch.Following(List.of(), cursor) : new Batch.Lost(tail.head());
        }
        return following.getFirst().sequence() == cursor + 1
                ? new Batch.Following(following, following.getLast().sequence())
                : new Batch.Lost(tail.head());
    }

    void start(@Observes StartupEvent event) {
        Thread thread = Thread.ofPlatform().daemon().name("feed").start(this::run);
        LOG.debugf("%s started", thread.getName());
    }

    /** Readers hold requests open; they are let go before the service waits for open requests. */
    void letReadersGo(@Observes ShutdownDelayInitiatedEvent event) {
        stop();
    }

    void stop(@Observes ShutdownEvent event) {
        stop();
    }

    @Scheduled(every = "10m", delayed = "1m")
    void forget() {
        int forgotten = database.inTransaction(
                connection -> store.forgetBefore(connection, clock.instant().minus(config.retention())));
        LOG.debugf("%d entries of the feed were forgotten", forgotten);
    }

    private void stop() {
        stopping = true;
        tails.values().forEach(Tail::close);
    }

    private Tail tail(String tenant) {
        Tail known = tails.get(tenant);
        if (known != null) {
            return known;
        }
        long head = storedHead(tenant);
        return tails.computeIfAbsent(tenant, absent -> new Tail(head, config.kept()));
    }

    private long storedHead(String tenant) {
        return database.read(store::heads).getOrDefault(tenant, 0L);
    }

    private void run() {
        while (!stopping) {
            rest(pass());
        }
    }

    private Duration pass() {
        try {
            if (database.read(store::hasArrivals)) {
                int numbered = database.inTransaction(store::number);
                LOG.tracef("%d changes were numbered", numbered);
            }
            if (!tails.isEmpty()) {
                catchUp();
            }
            return config.pollInterval();
        } catch (DatabaseUnavailableException away) {
            LOG.warnf("The feed waits: %s", away.getMessage());
            return REST_AFTER_FAILURE;
        } catch (RuntimeException failure) {
            if (!stopping) {
                LOG.error("The feed could not be read", failure);
            }
            return REST_AFTER_FAILURE;
        }
    }

    private void catchUp() {
        Map<String, Long> heads = database.read(store::heads);
        tails.forEach((tenant, tail) -> {
            long head = heads.getOrDefault(tenant, 0L);
            while (!stopping && head > tail.head()) {
                List<FeedEntry> following =
                        database.read(connection -> store.after(connection, tenant, tail.head(), READ_AT_ONCE));
                if (following.isEmpty()) {
                    tail.skipTo(head);
                } else {
                    tail.add(following);
                }
            }
        });
    }

    private void rest(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
