package dev.surety.kit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection; it may run more than once, so it must not act outside of the transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    T apply(Connection connection) throws SQLException;
}
