package dev.surety.audit.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.audit.disclosure.BrokenSealException;
import dev.surety.audit.disclosure.Disclosure;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.disclosure.WrappedKey;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.query.OpenedEntry.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens what is sealed beside entries, and shows only what is exactly what the entry committed to. */
public final class EntryOpener {
    private final EntryStore entries;
    private final SubjectKeyStore keys;
    private final KeyWrapping wrapping;
    private final Sealing sealing;
    private final ObjectMapper json = new ObjectMapper();

    public EntryOpener(EntryStore entries, SubjectKeyStore keys, KeyWrapping wrapping, Sealing sealing) {
        this.entries = requireNonNull(entries, "entries");
        this.keys = requireNonNull(keys, "keys");
        this.wrapping = requireNonNull(wrapping, "wrapping");
        this.sealing = requireNonNull(sealing, "sealing");
    }

    /** Opens these entries; the result is in the same order. */
    public List<OpenedEntry> open(List<LogEntry> logged) {
        Map<Long, List<SealedPayload>> payloads =
                entries.payloads(logged.stream().map(LogEntry::index).toList()).stream()
                        .collect(
                                Collectors.groupingBy(payload -> payload.place().index()));
        Map<UUID, WrappedKey> wrapped = keys.byIds(payloads.values().stream()
                .flatMap(List::stream)
                .map(SealedPayload::keyId)
                .collect(Collectors.toSet()));
        return logged.stream()
                .map(entry -> open(entry, payloads.getOrDefault(entry.index(), List.of()), wrapped))
                .toList();
    }

    private OpenedEntry open(LogEntry entry, List<SealedPayload> payloads, Map<UUID, WrappedKey> wrapped) {
        JsonNode body = body(entry);
        JsonNode sealed = body.path("sealed");
        if (sealed.isEmpty() && payloads.isEmpty()) {
            return new OpenedEntry(entry, List.of(), Seal.NONE);
        }
        List<Disclosure> disclosures = new ArrayList<>();
        Seal seal = payloads.size() < sealed.size() ? Seal.ERASED : Seal.INTACT;
        for (SealedPayload payload : payloads) {
            WrappedKey key = wrapped.get(payload.keyId());
            if (!payload.digest()
                    .equals(sealed.path(payload.place().holder().label()).asText())) {
                seal = Seal.DAMAGED;
            } else if (key == null) {
                seal = seal == Seal.DAMAGED ? seal : Seal.ERASED;
            } else if (!open(payload, key, body.path("disclosures"), disclosures)) {
                seal = Seal.DAMAGED;
            }
        }
        return new OpenedEntry(entry, disclosures, seal);
    }

    private boolean open(SealedPayload payload, WrappedKey key, JsonNode digests, List<Disclosure> disclosures) {
        try {
            boolean intact = true;
            for (Disclosure disclosure : sealing.open(payload, wrapping.unwrap(key))) {
                if (disclosure
                        .digest()
                        .equals(digests.path(disclosure.group().label()).asText())) {
                    disclosures.add(disclosure);
                } else {
                    intact = false;
                }
            }
            return intact;
        } catch (BrokenSealException broken) {
            return false;
        }
    }

    private JsonNode body(LogEntry entry) {
        try {
            return json.readTree(entry.body());
        } catch (IOException damaged) {
            throw new UncheckedIOException("Entry " + entry.index() + " is not JSON: it was changed", damaged);
        }
    }
}
