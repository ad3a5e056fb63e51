package dev.surety.audit.testing;

import dev.surety.launcher.testing.RealServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to the audit database with the rights of a role, beside the service. */
public final class Owner {
    private Owner() {}

    /** A connection of that role, whose password is its name. */
    public static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(RealServers.postgres().jdbcUrl("audit"), role, role);
    }

    /** Changes rows of an append-only table as somebody with full control of the database could. */
    public static void tamper(String table, String statement) throws SQLException {
        try (Connection connection = connect("audit_owner");
                Statement sql = connection.createStatement()) {
            sql.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            try {
                sql.execute(statement);
            } finally {
                sql.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
            }
        }
    }
}
