package dev.surety.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Remembers which events a service has handled, in the transaction that handles them. */
public final class Inbox {
    private Inbox() {}

    /**
     * Whether this transaction is the first to handle the event. A concurrent second one waits until the first has
     * committed, and then gets {@code false}.
     */
    public static boolean firstSight(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO inbox (event_id) VALUES (?) ON CONFLICT (event_id) DO NOTHING")) {
            insert.setObject(1, eventId);
            return insert.executeUpdate() == 1;
        }
    }
}
