package dev.surety.audit.query;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a tenant are asked for, in the order of the log.
 *
 * @param conversationRefs the references that a conversation has in the log, one per key; null for all conversations
 * @param from the first index that may be answered
 */
public record EntryFilter(
        String tenant,
        @Nullable List<byte[]> conversationRefs,
        @Nullable String type,
        long from,
        int limit) {
    public EntryFilter {
        requireNonNull(tenant, "tenant");
        conversationRefs = conversationRefs == null ? null : List.copyOf(conversationRefs);
        if (from < 0 || limit < 1) {
            throw new IllegalArgumentException("from " + from + ", limit " + limit);
        }
    }
}
