package dev.surety.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.kit.KitConfig;
import dev.surety.kit.database.Database;
import dev.surety.kit.database.DatabaseUnavailableException;
import dev.surety.kit.event.EventProducer;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Sends what transactions left in the outbox, and deletes it once Kafka acknowledged it.
 *
 * <p>A relay that remembered "sent up to position n" would skip rows, because transactions do not commit in the order
 * of their positions. This one remembers nothing: a row that is there has not been sent, whenever it appeared. Rows of
 * one key are written one after another, under the lock of their entity, so their positions are in order. One relay at
 * a time, guarded by a lock of the transaction, keeps them so on the way to Kafka.
 */
@Singleton
@IfBuildProperty(name = "surety.database", stringValue = "true")
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long LOCK = 0x5375_7265_7479_4F42L;

    private final Database database;
    private final EventProducer producer;
    private final KitConfig.Outbox config;
    private volatile boolean stopping;

    OutboxRelay(Database database, EventProducer producer, KitConfig config) {
        this.database = database;
        this.producer = producer;
        this.config = config.outbox();
    }

    private record Row(long position, ProducerRecord<String, byte[]> message) {}

    void start(@Observes StartupEvent event) {
        if (!config.enabled()) {
            return;
        }
        Thread thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        LOG.debugf("%s started", thread.getName());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void run() {
        while (!stopping) {
            rest(pass());
        }
    }

    /** Relays until the outbox is empty or something fails; returns how long to rest then. */
    private Duration pass() {
        try {
            while (!stopping && database.inTransaction(this::relayBatch) > 0) {
                LOG.trace("A batch of the outbox was relayed");
            }
            return config.pollInterval();
        } catch (DatabaseUnavailableException | CompletionException away) {
            LOG.warnf("The outbox waits: %s", away.getMessage());
            return REST_AFTER_FAILURE;
        } catch (RuntimeException failure) {
            if (!stopping) {
                LOG.error("The outbox could not be relayed", failure);
            }
            return REST_AFTER_FAILURE;
        }
    }

    private int relayBatch(Connection connection) throws SQLException {
        if (!lock(connection)) {
            return 0;
        }
        List<Row> rows = next(connection);
        CompletableFuture<?>[] acknowledgements =
                rows.stream().map(row -> producer.send(row.message())).toArray(CompletableFuture[]::new);
        var _ = CompletableFuture.allOf(acknowledgements).join();
        delete(connection, rows);
        return rows.size();
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private List<Row> next(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT position, topic, message_key, header_names, header_values, value
                FROM outbox ORDER BY position LIMIT ?""")) {
            select.setInt(1, config.batchSize());
            try (ResultSet result = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                result.getString("topic"), result.getString("message_key"), result.getBytes("value"));
        String[] names = (String[]) result.getArray("header_names").getArray();
        String[] values = (String[]) result.getArray("header_values").getArray();
        for (int index = 0; index < names.length; index++) {
            var _ = message.headers().add(names[index], values[index].getBytes(UTF_8));
        }
        return new Row(result.getLong("position"), message);
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM outbox WHERE position = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            int _ = delete.executeUpdate();
        }
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
