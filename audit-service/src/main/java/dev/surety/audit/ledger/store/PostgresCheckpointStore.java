package dev.surety.audit.ledger.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.CheckpointStore;
import dev.surety.audit.ledger.LogIntegrityException;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.kit.database.Database;
import dev.surety.tlog.checkpoint.Checkpoint;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.note.SignedNote;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Keeps checkpoints in the schema {@code ledger}, whose key allows one root per size. */
@Singleton
public class PostgresCheckpointStore implements CheckpointStore {
    private final Database database;
    private final int logId;

    PostgresCheckpointStore(Database database, AuditConfig config) {
        this.database = database;
        this.logId = config.log().number();
    }

    @Override
    public Optional<StoredCheckpoint> latest() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT note, created_at FROM ledger.checkpoint
                    WHERE log_id = ? ORDER BY size DESC LIMIT 1""")) {
                select.setInt(1, logId);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(checkpoint(result)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void keep(StoredCheckpoint checkpoint) {
        Hash kept = database.inTransaction(connection -> {
            insert(connection, checkpoint);
            return root(connection, checkpoint.size());
        });
        if (!kept.equals(checkpoint.checkpoint().root())) {
            throw new LogIntegrityException("The size " + checkpoint.size() + " was signed with the root " + kept
                    + "; the root " + checkpoint.checkpoint().root() + " for the same size is not published.");
        }
    }

    private void insert(Connection connection, StoredCheckpoint checkpoint) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO ledger.checkpoint (log_id, size, root, note, created_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setInt(1, logId);
            insert.setLong(2, checkpoint.size());
            insert.setBytes(3, checkpoint.checkpoint().root().bytes());
            insert.setString(4, checkpoint.note().toString());
            insert.setObject(5, checkpoint.createdAt().atOffset(ZoneOffset.UTC));
            int _ = insert.executeUpdate();
        }
    }

    private Hash root(Connection connection, long size) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT root FROM ledger.checkpoint WHERE log_id = ? AND size = ?")) {
            select.setInt(1, logId);
            select.setLong(2, size);
            try (ResultSet result = select.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("The checkpoint of size " + size + " was not kept");
                }
                return Hash.of(result.getBytes(1));
            }
        }
    }

    private static StoredCheckpoint checkpoint(ResultSet result) throws SQLException {
        SignedNote note = SignedNote.parse(result.getString(1));
        return new StoredCheckpoint(
                Checkpoint.parse(note.text()),
                note,
                result.getObject(2, OffsetDateTime.class).toInstant());
    }
}
