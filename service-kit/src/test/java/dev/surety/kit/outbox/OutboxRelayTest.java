package dev.surety.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.surety.contracts.Topics;
import dev.surety.kit.KafkaProbe;
import dev.surety.kit.SampleEvents;
import dev.surety.kit.database.Database;
import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class OutboxRelayTest {
    @Inject
    Outbox outbox;

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Test
    void publishesWhatATransactionCommitted() {
        // Given
        UUID id = UUID.randomUUID();

        // When
        append("c-committed", id);

        // Then
        try (KafkaProbe probe = new KafkaProbe(Topics.CASES)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(idsOf(probe, "c-committed")).containsExactly(id.toString()));
        }
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    @Test
    void publishesNothingOfATransactionThatFailed() {
        // Given
        UUID abandoned = UUID.randomUUID();
        UUID marker = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    outbox.append(connection, "c-failed", SampleEvents.claim(abandoned, "c-failed", "ana"));
                    throw new IllegalStateException("the transaction fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        append("c-failed", marker);

        // Then
        try (KafkaProbe probe = new KafkaProbe(Topics.CASES)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(idsOf(probe, "c-failed")).containsExactly(marker.toString()));
        }
    }

    @Test
    void skipsNothingWhenTransactionsCommitOutOfOrder() throws Exception {
        // Given
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        CountDownLatch lateIsPublished = new CountDownLatch(1);
        CountDownLatch earlyIsAppended = new CountDownLatch(1);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                KafkaProbe probe = new KafkaProbe(Topics.CASES)) {
            Future<?> slow = threads.submit(() -> appendSlowly(early, earlyIsAppended, lateIsPublished));
            earlyIsAppended.await();

            // When
            append("c-order", late);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(idsOf(probe, "c-order")).containsExactly(late.toString()));
            lateIsPublished.countDown();
            slow.get();

            // Then
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(idsOf(probe, "c-order")).containsExactly(late.toString(), early.toString()));
        }
    }

    @Test
    void keepsTheOrderWithinAKeyThroughAnOutageOfTheBroker() throws Exception {
        // Given
        List<UUID> ids = IntStream.range(0, 50).mapToObj(_ -> UUID.randomUUID()).toList();
        RealServers.kafka().stop();

        // When
        ids.forEach(id -> append("c-outage", id));
        RealServers.kafka().start();

        // Then
        try (KafkaProbe probe = new KafkaProbe(Topics.CASES)) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(
                                    idsOf(probe, "c-outage").stream().distinct().toList())
                            .isEqualTo(ids.stream().map(UUID::toString).toList()));
        }
    }

    @Test
    void theInboxLetsOneOfManyConcurrentDeliveriesThrough() throws Exception {
        // Given
        UUID event = UUID.randomUUID();

        // When
        List<Future<Boolean>> deliveries;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            deliveries = IntStream.range(0, 12)
                    .mapToObj(_ -> threads.submit(
                            () -> database.inTransaction(connection -> Inbox.firstSight(connection, event))))
                    .toList();
        }

        // Then
        assertThat(deliveries.stream().filter(Future::resultNow)).hasSize(1);
    }

    private Void appendSlowly(UUID id, CountDownLatch appended, CountDownLatch mayCommit)
            throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            outbox.append(connection, "c-order", SampleEvents.claim(id, "c-order", "ana"));
            appended.countDown();
            mayCommit.await();
            connection.commit();
        }
        return null;
    }

    private void append(String conversation, UUID id) {
        boolean _ = database.inTransaction(connection -> {
            outbox.append(connection, conversation, SampleEvents.claim(id, conversation, "ana"));
            return true;
        });
    }

    private long left() {
        return database.read(connection -> {
            try (var result = connection.createStatement().executeQuery("SELECT count(*) FROM outbox")) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    private static List<String> idsOf(KafkaProbe probe, String key) {
        return probe.seen(message -> key.equals(message.key())).stream()
                .map(message -> KafkaProbe.header(message, "ce_id"))
                .toList();
    }
}
