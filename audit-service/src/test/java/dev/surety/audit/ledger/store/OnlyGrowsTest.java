package dev.surety.audit.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surety.audit.testing.Owner;
import dev.surety.audit.testing.RealLog;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealLog
class OnlyGrowsTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.entry SET body = body",
                "DELETE FROM ledger.entry",
                "TRUNCATE ledger.entry",
                "UPDATE ledger.tile SET hashes = hashes",
                "DELETE FROM ledger.tile",
                "TRUNCATE ledger.tile",
                "UPDATE ledger.checkpoint SET note = note",
                "DELETE FROM ledger.checkpoint",
                "TRUNCATE ledger.checkpoint CASCADE",
                "UPDATE ledger.announcement SET size = size",
                "DELETE FROM ledger.announcement",
                "UPDATE ledger.event_seen SET seq = seq",
                "DELETE FROM ledger.event_seen",
                "DELETE FROM ledger.log_state",
                "TRUNCATE ledger.log_state",
                "DELETE FROM ledger.kafka_offset",
                "UPDATE erasable.payload SET ciphertext = ciphertext",
                "DELETE FROM erasable.subject_key",
                "DROP TABLE ledger.entry",
                "ALTER TABLE ledger.entry DISABLE TRIGGER ALL",
                "SET ROLE audit_owner"
            })
    void theServiceIsRefusedByTheServer(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("audit_runtime", statement))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.entry SET body = body",
                "DELETE FROM ledger.entry",
                "TRUNCATE ledger.entry",
                "DELETE FROM ledger.tile",
                "DELETE FROM ledger.checkpoint",
                "DELETE FROM ledger.event_seen",
                "DELETE FROM ledger.log_state"
            })
    void evenTheOwnerIsToldWhyNot(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("audit_owner", statement))
                .withMessageContaining("the log only grows")
                .withMessageContaining("destroy the key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.log_state SET size = size - 1 WHERE size > 0",
                "UPDATE ledger.log_state SET epoch = epoch - 1",
                "UPDATE ledger.log_state SET origin = 'another.example/log'",
                "UPDATE ledger.log_state SET root = decode(repeat('00', 32), 'hex')"
            })
    void theStateOfALogNeverGoesBack(String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("audit_runtime", statement))
                .withMessageContaining("cannot go from size");
    }

    @Test
    void aReaderSeesTheLogButNothingThatIsSealed() throws SQLException {
        try (Connection connection = Owner.connect("audit_reader");
                Statement sql = connection.createStatement();
                ResultSet result = sql.executeQuery("SELECT count(*) FROM ledger.log_state")) {
            assertThat(result.next()).isTrue();
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute("audit_reader", "SELECT * FROM erasable.payload"))
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void execute(String role, String statement) throws SQLException {
        try (Connection connection = Owner.connect(role);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                sql.execute(statement);
            } finally {
                connection.rollback();
            }
        }
    }
}
