package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.merkle.Hash;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry: the bytes that the tree commits to, and the columns by which it is found. The columns repeat what the
 * body says or refer to; only the body is proof.
 *
 * @param tenant null where even the tenant of a quarantined record could not be read
 * @param conversationRef the keyed reference to the conversation, 16 bytes
 * @param body the leaf: canonical JSON (RFC 8785)
 */
@SuppressWarnings("ArrayRecordComponent") // Entries are told apart by index; copies of the bytes would double the work.
public record LogEntry(
        long index,
        EntryKind kind,
        @Nullable String tenant,
        @Nullable UUID eventId,
        @Nullable String type,
        @Nullable Instant occurredAt,
        Instant recordedAt,
        byte @Nullable [] conversationRef,
        Hash leafHash,
        byte[] body) {
    public LogEntry {
        if (index < 0) {
            throw new IllegalArgumentException("index is " + index + ": zero or more was expected");
        }
        requireNonNull(kind, "kind");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(leafHash, "leafHash");
        requireNonNull(body, "body");
    }
}
