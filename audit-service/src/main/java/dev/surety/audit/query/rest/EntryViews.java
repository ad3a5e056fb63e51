package dev.surety.audit.query.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.audit.disclosure.Disclosure;
import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.query.OpenedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns entries into what callers see. */
final class EntryViews {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VALUE = 2;

    private EntryViews() {}

    static EntrySummaryView summary(OpenedEntry opened) {
        LogEntry entry = opened.entry();
        return new EntrySummaryView(
                entry.index(),
                entry.kind().label(),
                entry.eventId(),
                entry.type(),
                subject(opened),
                entry.occurredAt() == null ? entry.recordedAt() : entry.occurredAt(),
                entry.tenant(),
                entry.leafHash().toBase64());
    }

    static EntryView view(OpenedEntry opened) {
        LogEntry entry = opened.entry();
        Map<String, JsonNode> disclosures = new LinkedHashMap<>();
        Map<String, String> encoded = new LinkedHashMap<>();
        for (Disclosure disclosure : opened.disclosures()) {
            disclosures.put(disclosure.group().label(), value(disclosure));
            encoded.put(disclosure.group().label(), disclosure.encoded());
        }
        boolean nothing = disclosures.isEmpty();
        return new EntryView(
                entry.index(),
                entry.leafHash().toBase64(),
                json(entry.body()),
                Base64.getEncoder().encodeToString(entry.body()),
                nothing ? null : disclosures,
                nothing ? null : encoded,
                opened.seal().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String subject(OpenedEntry opened) {
        return opened.disclosures().stream()
                .filter(disclosure -> disclosure.group() == FieldGroup.ENVELOPE)
                .map(disclosure -> value(disclosure).path("subject").textValue())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode value(Disclosure disclosure) {
        return json(disclosure.json()).path(VALUE);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("What was written as JSON is not JSON", impossible);
        }
    }
}
