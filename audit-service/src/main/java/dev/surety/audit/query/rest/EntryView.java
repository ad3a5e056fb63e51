package dev.surety.audit.query.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry with everything that the caller may see of it.
 *
 * @param leafHash Base64
 * @param entry what the log commits to
 * @param leaf the same as the exact bytes that are hashed, Base64
 * @param disclosures the field groups in the clear; null when nothing can be opened
 * @param encoded the same in the form in which each can be shown and checked alone, as SD-JWT discloses; null likewise
 * @param seal {@code none}, {@code intact}, {@code erased} or {@code damaged}
 */
public record EntryView(
        long index,
        String leafHash,
        JsonNode entry,
        String leaf,
        @Nullable Map<String, JsonNode> disclosures,
        @Nullable Map<String, String> encoded,
        String seal) {}
