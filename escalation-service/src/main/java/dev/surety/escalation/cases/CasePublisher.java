package dev.surety.escalation.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Tells the other services what happened to a case; what it is told takes effect with the transaction. */
public interface CasePublisher {
    void publish(Connection connection, CaseChange change, Instant at) throws SQLException;
}
