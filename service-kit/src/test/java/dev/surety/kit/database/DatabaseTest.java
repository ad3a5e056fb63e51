package dev.surety.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class DatabaseTest {
    @Inject
    Database database;

    @Test
    void aFailureTakesEverythingBack() {
        // Given
        UUID event = UUID.randomUUID();

        // When
        assertThatThrownBy(() -> database.inTransaction(connection -> {
                    insert(connection, event);
                    throw new IllegalStateException("after the insert");
                }))
                .hasMessage("after the insert");

        // Then
        assertThat(database.<Long>read(connection -> count(connection, event))).isZero();
    }

    @Test
    void aWrongStatementIsAFaultAndNotAnOutage() {
        assertThatThrownBy(() -> database.inTransaction(connection -> execute(connection, "SELECT nonsense")))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    void aDeadlockIsTriedAgainUntilBothTransactionsWentThrough() throws Exception {
        // Given
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        boolean _ = database.inTransaction(connection -> insert(connection, one) && insert(connection, other));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        // When
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> both = Stream.of(List.of(one, other), List.of(other, one))
                    .map(order -> threads.submit(() -> database.inTransaction(connection -> {
                        touch(connection, order.getFirst());
                        if (attempts.incrementAndGet() <= 2) {
                            await(bothHoldOne);
                        }
                        return touch(connection, order.getLast());
                    })))
                    .toList();
            for (Future<Boolean> each : both) {
                assertThat(each.get()).isTrue();
            }
        }

        // Then
        assertThat(attempts).hasValueGreaterThan(2);
    }

    @Test
    void aSnapshotDoesNotSeeWhatIsCommittedMeanwhile() {
        // Given
        UUID event = UUID.randomUUID();

        // When
        List<Long> counts = database.snapshot(connection -> {
            long before = count(connection, event);
            boolean _ = database.inTransaction(other -> insert(other, event));
            return List.of(before, count(connection, event));
        });

        // Then
        assertThat(counts).containsExactly(0L, 0L);
    }

    private static boolean insert(Connection connection, UUID event) throws SQLException {
        return execute(connection, "INSERT INTO inbox (event_id) VALUES ('" + event + "')");
    }

    private static boolean touch(Connection connection, UUID event) throws SQLException {
        return execute(connection, "DELETE FROM inbox WHERE event_id = '" + event + "'");
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
            return true;
        }
    }

    private static long count(Connection connection, UUID event) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT count(*) FROM inbox WHERE event_id = '" + event + "'")) {
            return result.next() ? result.getLong(1) : -1;
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            int _ = barrier.await();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
