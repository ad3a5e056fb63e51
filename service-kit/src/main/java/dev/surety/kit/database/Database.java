package dev.surety.kit.database;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * The service's own database. Work runs in one transaction: either all of it takes effect, or an exception says that
 * it did not. Deadlocks and serialization failures are retried, because PostgreSQL asks the client to (PostgreSQL 18
 * documentation, section 13.5).
 */
@Singleton
@IfBuildProperty(name = "surety.database", stringValue = "true")
public class Database {
    private static final int ATTEMPTS = 6;
    private static final int FIRST_PAUSE_MILLIS = 5;

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Runs {@code work} in a transaction and commits it.
     *
     * @throws DatabaseUnavailableException when the server cannot be reached
     * @throws DatabaseException when a statement fails for another reason
     */
    public <T> T inTransaction(SqlWork<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (SQLException failure) {
                if (!mayBeRetried(failure) || attempt == ATTEMPTS) {
                    throw translate(failure);
                }
                pause(attempt);
            }
        }
    }

    /** Runs {@code work} on a connection whose statements take effect one by one; for reading. */
    public <T> T read(SqlWork<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.apply(connection);
        } catch (SQLException failure) {
            throw translate(failure);
        }
    }

    /** Runs {@code work} on one snapshot: however long it reads, it sees the state of one moment. */
    public <T> T snapshot(SqlWork<T> work) {
        return inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                boolean _ = statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            }
            return work.apply(connection);
        });
    }

    private <T> T attempt(SqlWork<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static boolean mayBeRetried(SQLException failure) {
        String state = failure.getSQLState();
        return "40001".equals(state) || "40P01".equals(state);
    }

    private static RuntimeException translate(SQLException failure) {
        String state = failure.getSQLState();
        boolean away = failure instanceof SQLTransientConnectionException
                || state == null
                || state.startsWith("08")
                || state.startsWith("57P");
        return away ? new DatabaseUnavailableException(failure) : new DatabaseException(failure);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, FIRST_PAUSE_MILLIS << attempt));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted between two attempts of a transaction", interrupted);
        }
    }
}
