package dev.surety.audit.ledger.store;

import dev.surety.audit.disclosure.KeyReference;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.audit.ledger.LedgerBatch;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.Sighting;
import dev.surety.tlog.tile.Tile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Turns a batch into rows, each table in one copy. */
final class BatchRows {
    private final Connection connection;
    private final int logId;

    BatchRows(Connection connection, int logId) {
        this.connection = connection;
        this.logId = logId;
    }

    void copy(LedgerBatch batch, Instant createdAt) throws SQLException {
        keys(batch.sealed().keys(), createdAt);
        references(batch.sealed().references());
        entries(batch.entries());
        sightings(batch.sightings());
        payloads(batch.sealed().payloads());
        tiles(batch.tiles());
    }

    private void entries(List<LogEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (BinaryCopy rows = BinaryCopy.into(connection, """
                ledger.entry (log_id, seq, kind, tenant, event_id, type, occurred_at, recorded_at, conv_ref, leaf_hash,
                    body)""")) {
            for (LogEntry entry : entries) {
                rows.row(11)
                        .int2(logId)
                        .int8(entry.index())
                        .int2(entry.kind().code())
                        .text(entry.tenant())
                        .uuid(entry.eventId())
                        .text(entry.type())
                        .timestamp(entry.occurredAt())
                        .timestamp(entry.recordedAt())
                        .bytes(entry.conversationRef())
                        .bytes(entry.leafHash().bytes())
                        .bytes(entry.body());
            }
            rows.finish();
        }
    }

    private void sightings(List<Sighting> sightings) throws SQLException {
        if (sightings.isEmpty()) {
            return;
        }
        try (BinaryCopy rows =
                BinaryCopy.into(connection, "ledger.event_seen (log_id, tenant, event_id, digest, seq)")) {
            for (Sighting sighting : sightings) {
                rows.row(5)
                        .int2(logId)
                        .text(sighting.event().tenant())
                        .uuid(sighting.event().id())
                        .bytes(sighting.fingerprint().bytes())
                        .int8(sighting.index());
            }
            rows.finish();
        }
    }

    private void tiles(List<Tile> tiles) throws SQLException {
        if (tiles.isEmpty()) {
            return;
        }
        try (BinaryCopy rows = BinaryCopy.into(connection, "ledger.tile (log_id, level, idx, hashes, root)")) {
            for (Tile tile : tiles) {
                rows.row(5)
                        .int2(logId)
                        .int2(tile.coordinates().level())
                        .int8(tile.coordinates().index())
                        .bytes(tile.bytes())
                        .bytes(tile.root().bytes());
            }
            rows.finish();
        }
    }

    private void payloads(List<SealedPayload> payloads) throws SQLException {
        if (payloads.isEmpty()) {
            return;
        }
        try (BinaryCopy rows =
                BinaryCopy.into(connection, "erasable.payload (log_id, seq, holder, key_id, ciphertext)")) {
            for (SealedPayload payload : payloads) {
                rows.row(5)
                        .int2(logId)
                        .int8(payload.place().index())
                        .int2(payload.place().holder().code())
                        .uuid(payload.keyId())
                        .bytes(payload.ciphertext());
            }
            rows.finish();
        }
    }

    private void keys(List<WrappedKey> keys, Instant createdAt) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (BinaryCopy rows = BinaryCopy.into(
                connection, "erasable.subject_key (key_id, tenant, kind, wrapped_key, kek_epoch, created_at)")) {
            for (WrappedKey key : keys) {
                rows.row(6)
                        .uuid(key.id())
                        .text(key.tenant())
                        .int2(key.holder().code())
                        .bytes(key.wrapped())
                        .int4(key.epoch())
                        .timestamp(createdAt);
            }
            rows.finish();
        }
    }

    private void references(List<KeyReference> references) throws SQLException {
        if (references.isEmpty()) {
            return;
        }
        try (BinaryCopy rows = BinaryCopy.into(connection, "erasable.subject_ref (tenant, handle, key_id)")) {
            for (KeyReference reference : references) {
                rows.row(3).text(reference.tenant()).bytes(reference.handle()).uuid(reference.keyId());
            }
            rows.finish();
        }
    }
}
