package dev.surety.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.CloudEventCodec;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Publishes as part of a transaction: an event is on its way exactly if the transaction that appended it committed.
 * The {@link OutboxRelay} sends it, at least once, in the order of appending within one key.
 */
@Singleton
@IfBuildProperty(name = "surety.database", stringValue = "true")
public class Outbox {
    private final CloudEventCodec codec = new CloudEventCodec();

    /**
     * Leaves {@code event} in the outbox.
     *
     * @param connection one inside the transaction that the event belongs to
     * @param key what stays in order, see {@link dev.surety.contracts.Topics}
     */
    public void append(Connection connection, String key, CloudEvent<?> event) throws SQLException {
        ProducerRecord<String, byte[]> message = codec.encode(key, event);
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (topic, message_key, header_names, header_values, value)
                VALUES (?, ?, ?, ?, ?)""")) {
            Header[] headers = message.headers().toArray();
            String[] names = new String[headers.length];
            String[] values = new String[headers.length];
            for (int index = 0; index < headers.length; index++) {
                names[index] = headers[index].key();
                values[index] = new String(headers[index].value(), UTF_8);
            }
            insert.setString(1, message.topic());
            insert.setObject(2, message.key(), Types.VARCHAR);
            insert.setArray(3, connection.createArrayOf("text", names));
            insert.setArray(4, connection.createArrayOf("text", values));
            insert.setBytes(5, message.value());
            int _ = insert.executeUpdate();
        }
    }
}
