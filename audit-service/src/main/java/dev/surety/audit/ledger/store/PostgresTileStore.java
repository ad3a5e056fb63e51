package dev.surety.audit.ledger.store;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.TileStore;
import dev.surety.kit.database.Database;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.tile.MissingResourceException;
import dev.surety.tlog.tile.TileCoordinates;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads tiles, leaf hashes and entries from the schema {@code ledger}. */
@Singleton
public class PostgresTileStore implements TileStore {
    private final Database database;
    private final int logId;

    PostgresTileStore(Database database, AuditConfig config) {
        this.database = database;
        this.logId = config.log().number();
    }

    @Override
    public byte[] fullTile(int level, long index) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT hashes FROM ledger.tile WHERE log_id = ? AND level = ? AND idx = ?")) {
                select.setInt(1, logId);
                select.setInt(2, level);
                select.setLong(3, index);
                try (ResultSet result = select.executeQuery()) {
                    if (!result.next()) {
                        throw new MissingResourceException(
                                TileCoordinates.full(level, index).path());
                    }
                    return result.getBytes(1);
                }
            }
        });
    }

    @Override
    public List<Hash> tileRoots(int level, long from, int count) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT root FROM ledger.tile
                    WHERE log_id = ? AND level = ? AND idx >= ? AND idx < ? ORDER BY idx""")) {
                select.setInt(1, logId);
                select.setInt(2, level);
                select.setLong(3, from);
                select.setLong(4, from + count);
                return hashes(select);
            }
        });
    }

    @Override
    public List<Hash> leafHashes(long from, int count) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT leaf_hash FROM ledger.entry WHERE log_id = ? AND seq >= ? AND seq < ? ORDER BY seq""")) {
                select.setInt(1, logId);
                select.setLong(2, from);
                select.setLong(3, from + count);
                return hashes(select);
            }
        });
    }

    @Override
    public List<byte[]> bodies(long from, int count) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT body FROM ledger.entry WHERE log_id = ? AND seq >= ? AND seq < ? ORDER BY seq")) {
                select.setInt(1, logId);
                select.setLong(2, from);
                select.setLong(3, from + count);
                List<byte[]> bodies = new ArrayList<>(count);
                try (ResultSet result = select.executeQuery()) {
                    while (result.next()) {
                        bodies.add(result.getBytes(1));
                    }
                }
                return bodies;
            }
        });
    }

    private static List<Hash> hashes(PreparedStatement select) throws SQLException {
        List<Hash> hashes = new ArrayList<>();
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                hashes.add(Hash.of(result.getBytes(1)));
            }
        }
        return hashes;
    }
}
