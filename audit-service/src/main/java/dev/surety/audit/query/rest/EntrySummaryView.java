package dev.surety.audit.query.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a list.
 *
 * @param kind {@code event}, {@code conflict}, {@code quarantined} or {@code gap}
 * @param subject whom or what it is about; null when that was erased or never known
 * @param time when it happened; when it was recorded if that is not known
 * @param leafHash Base64
 */
public record EntrySummaryView(
        long index,
        String kind,
        @Nullable UUID id,
        @Nullable String type,
        @Nullable String subject,
        Instant time,
        @Nullable String tenant,
        String leafHash) {}
