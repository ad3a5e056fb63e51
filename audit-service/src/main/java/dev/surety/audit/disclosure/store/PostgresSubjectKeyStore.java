package dev.surety.audit.disclosure.store;

import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds wrapped keys in the schema {@code erasable}. */
@Singleton
public class PostgresSubjectKeyStore implements SubjectKeyStore {
    private final Database database;

    PostgresSubjectKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<WrappedKey> ofTenant(String tenant) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT key_id, tenant, kind, wrapped_key, kek_epoch FROM erasable.subject_key
                    WHERE tenant = ? AND kind = 0""")) {
                select.setString(1, tenant);
                try (ResultSet result = select.executeQuery()) {
                    return result.next() ? Optional.of(key(result)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Map<ByteBuffer, List<WrappedKey>> byHandles(String tenant, Collection<byte[]> handles) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT handle, key_id, tenant, kind, wrapped_key, kek_epoch
                    FROM erasable.subject_ref JOIN erasable.subject_key USING (tenant, key_id)
                    WHERE tenant = ? AND handle = ANY (?) ORDER BY key_id""")) {
                select.setString(1, tenant);
                select.setArray(2, connection.createArrayOf("bytea", handles.toArray(byte[][]::new)));
                try (ResultSet result = select.executeQuery()) {
                    Map<ByteBuffer, List<WrappedKey>> keys = new HashMap<>();
                    while (result.next()) {
                        keys.computeIfAbsent(ByteBuffer.wrap(result.getBytes("handle")), _ -> new ArrayList<>())
                                .add(key(result));
                    }
                    return keys;
                }
            }
        });
    }

    @Override
    public Map<UUID, WrappedKey> byIds(Collection<UUID> ids) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT key_id, tenant, kind, wrapped_key, kek_epoch FROM erasable.subject_key
                    WHERE key_id = ANY (?)""")) {
                select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                try (ResultSet result = select.executeQuery()) {
                    Map<UUID, WrappedKey> keys = new HashMap<>();
                    while (result.next()) {
                        WrappedKey key = key(result);
                        keys.put(key.id(), key);
                    }
                    return keys;
                }
            }
        });
    }

    private static WrappedKey key(ResultSet result) throws SQLException {
        return new WrappedKey(
                result.getObject("key_id", UUID.class),
                result.getString("tenant"),
                KeyHolder.of(result.getInt("kind")),
                result.getBytes("wrapped_key"),
                result.getInt("kek_epoch"));
    }
}
