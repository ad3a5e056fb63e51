package dev.surety.escalation.floor;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells the other services who may speak; what it is told takes effect with the transaction. */
public interface FloorPublisher {
    void changed(Connection connection, String tenant, Floor floor) throws SQLException;
}
