package dev.surety.escalation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.kit.database.Database;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The trap of every feed: transactions do not commit in the order in which they took their numbers. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "escalation"))
class FeedStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Inject
    FeedStore store;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    private final String tenant = "feed-" + UUID.randomUUID();

    @Test
    void aChangeThatCommitsLateComesBehindWhatWasSeenAndIsNotSkipped() throws Exception {
        UUID late = new UUID(1, 1);
        UUID early = new UUID(2, 2);
        try (Connection slow = dataSource.getConnection()) {
            // Given
            slow.setAutoCommit(false);
            store.arrive(slow, tenant, late, "opened", 1, NOW);
            var _ = database.<Boolean>inTransaction(connection -> arrive(connection, early));
            assertThat(readUntil(1)).extracting(FeedEntry::caseId).containsExactly(early);

            // When
            slow.commit();
        }

        // Then
        assertThat(readUntil(2)).extracting(FeedEntry::caseId).containsExactly(early, late);
        assertThat(readUntil(2)).extracting(FeedEntry::sequence).containsExactly(1L, 2L);
    }

    @Test
    void aChangeThatWasRolledBackTakesNoNumber() throws Exception {
        // Given
        try (Connection abandoned = dataSource.getConnection()) {
            abandoned.setAutoCommit(false);
            store.arrive(abandoned, tenant, new UUID(1, 1), "opened", 1, NOW);
            abandoned.rollback();
        }

        // When
        var _ = database.<Boolean>inTransaction(connection -> arrive(connection, new UUID(2, 2)));

        // Then
        assertThat(readUntil(1)).containsExactly(new FeedEntry(1, new UUID(2, 2), "opened", 1));
    }

    @Test
    void aReaderBesideManyWritersSeesEveryChangeOnceAndInOrder() throws Exception {
        // Given
        int writers = 12;
        int each = 60;
        List<Future<?>> running = new ArrayList<>();
        List<Long> seen = new ArrayList<>();

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < writers; i++) {
                running.add(threads.submit(() -> write(each)));
            }
            long cursor = 0;
            Instant deadline = Instant.now().plusSeconds(120);
            while (seen.size() < writers * each && Instant.now().isBefore(deadline)) {
                long from = cursor;
                for (FeedEntry entry : database.read(c -> store.after(c, tenant, from, 7))) {
                    seen.add(entry.sequence());
                    cursor = entry.sequence();
                }
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        // Then
        assertThat(seen)
                .isEqualTo(
                        LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
    }

    private Object write(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            var _ = database.<Boolean>inTransaction(connection -> {
                boolean arrived = arrive(connection, UUID.randomUUID());
                pause();
                return arrived;
            });
        }
        return times;
    }

    private static void pause() {
        try {
            // The longer a transaction lasts, the further apart are the orders of arriving and of committing.
            Thread.sleep(ThreadLocalRandom.current().nextInt(4));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean arrive(Connection connection, UUID caseId) throws SQLException {
        store.arrive(connection, tenant, caseId, "opened", 1, NOW);
        return true;
    }

    private List<FeedEntry> readUntil(int count) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> database.read(connection -> store.after(connection, tenant, 0, 100)),
                        entries -> entries.size() >= count);
    }
}
