package dev.surety.audit.ingest;

import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.BatchKeys;
import dev.surety.audit.disclosure.Disclosure;
import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.disclosure.Place;
import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.disclosure.Sealing;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.ingest.Admission.Admitted;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.ledger.Source;
import dev.surety.tlog.json.CanonicalJson;
import dev.surety.tlog.merkle.Hash;
import dev.surety.tlog.merkle.MerkleHashing;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an entry: commitments to what was received, seals for the people it is about, and the canonical JSON (RFC
 * 8785) that the tree commits to. The JSON holds codes, numbers, keyed references and digests, and never a text of
 * anybody's.
 */
public final class EntryComposer {
    private static final int VERSION = 1;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final String origin;
    private final Sealing sealing;
    private final SecureRandom random;

    public EntryComposer(String origin, Sealing sealing, SecureRandom random) {
        this.origin = requireNonNull(origin, "origin");
        this.sealing = requireNonNull(sealing, "sealing");
        this.random = requireNonNull(random, "random");
    }

    /** An entry and what is sealed beside it. */
    record Composed(LogEntry entry, List<SealedPayload> payloads) {}

    /** What an entry needs to know of its surroundings; {@code lastOfConversations} is brought up to date. */
    record Surroundings(BatchKeys keys, Map<ByteBuffer, Hash> lastOfConversations, Instant now) {}

    Composed compose(long index, Admitted admitted, Surroundings surroundings) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("v", VERSION);
        body.put("kind", admitted.kind().label());
        body.put("recorded", surroundings.now().toString());
        Participants participants = admitted.received().participants();
        if (!participants.tenant().equals(Participants.NO_TENANT)) {
            SubjectKey tenantKey = surroundings.keys().tenant(participants.tenant());
            body.put("tenant", base64(tenantKey.referenceTo("tenant", participants.tenant())));
        }
        if (admitted.conversationRef() != null) {
            body.put("conversation", base64(admitted.conversationRef().array()));
            Hash previous = surroundings.lastOfConversations().get(admitted.conversationRef());
            if (previous != null) {
                body.put("previous", previous.toBase64());
            }
        }
        List<SealedPayload> payloads = switch (admitted.received()) {
            case Received.Event event -> event(index, event, admitted, surroundings.keys(), body);
            case Received.Unreadable unreadable -> unreadable(index, unreadable, admitted, body);
            case Received.Missing missing -> missing(missing, body);
        };
        byte[] leaf = CanonicalJson.bytes(body);
        Hash leafHash = MerkleHashing.leafHash(leaf);
        if (admitted.conversationRef() != null) {
            surroundings.lastOfConversations().put(admitted.conversationRef(), leafHash);
        }
        return new Composed(entry(index, admitted, surroundings.now(), leafHash, leaf), payloads);
    }

    private List<SealedPayload> event(
            long index, Received.Event event, Admitted admitted, BatchKeys keys, Map<String, Object> body) {
        body.put("id", event.key().id().toString());
        body.put("type", event.type());
        body.put("time", event.time().toString());
        body.put("src", source(event.source()));
        if (!event.facts().values().isEmpty()) {
            body.put("facts", event.facts().values());
        }
        if (admitted.contradicts() != null) {
            body.put("contradicts", admitted.contradicts());
        }
        List<Disclosure> ofServed = new ArrayList<>();
        List<Disclosure> ofAgent = new ArrayList<>();
        String agent = event.participants().agent();
        for (Disclosure disclosure : disclosures(event.groups())) {
            boolean agents = agent != null && disclosure.group() == FieldGroup.AGENT;
            (agents ? ofAgent : ofServed).add(disclosure);
        }
        List<SealedPayload> payloads = new ArrayList<>(2);
        payloads.add(seal(index, ofServed, admitted.served()));
        if (agent != null && !ofAgent.isEmpty()) {
            payloads.add(seal(index, ofAgent, keys.agent(event.participants().tenant(), agent)));
        }
        commit(body, List.of(ofServed, ofAgent), payloads);
        return payloads;
    }

    private List<SealedPayload> unreadable(
            long index, Received.Unreadable unreadable, Admitted admitted, Map<String, Object> body) {
        body.put("reason", unreadable.reason().label());
        body.put("src", source(unreadable.source()));
        List<Disclosure> record = disclosures(List.of(new Received.Part(FieldGroup.RECORD, unreadable.record())));
        List<SealedPayload> payloads = List.of(seal(index, record, admitted.served()));
        commit(body, List.of(record), payloads);
        return payloads;
    }

    private static List<SealedPayload> missing(Received.Missing missing, Map<String, Object> body) {
        body.put(
                "src",
                Map.of(
                        "topic", missing.stream().topic(),
                        "partition", missing.stream().partition(),
                        "from", missing.from(),
                        "until", missing.until()));
        return List.of();
    }

    private List<Disclosure> disclosures(List<Received.Part> parts) {
        byte[] salts = new byte[parts.size() * Disclosure.SALT_LENGTH];
        random.nextBytes(salts);
        List<Disclosure> disclosures = new ArrayList<>(parts.size());
        for (Received.Part part : parts) {
            int offset = disclosures.size() * Disclosure.SALT_LENGTH;
            disclosures.add(Disclosure.of(part.group(), part.json(), salts, offset));
        }
        return disclosures;
    }

    private SealedPayload seal(long index, List<Disclosure> disclosures, SubjectKey key) {
        return sealing.seal(disclosures, key, new Place(origin, index, key.holder()));
    }

    private static void commit(
            Map<String, Object> body, List<List<Disclosure>> disclosures, List<SealedPayload> payloads) {
        Map<String, String> digests = new LinkedHashMap<>();
        disclosures.forEach(some -> some.forEach(one -> digests.put(one.group().label(), one.digest())));
        Map<String, String> sealed = new LinkedHashMap<>();
        payloads.forEach(payload -> sealed.put(payload.place().holder().label(), payload.digest()));
        body.put("disclosures", digests);
        body.put("sealed", sealed);
    }

    private static Map<String, Object> source(Source source) {
        return Map.of(
                "topic", source.stream().topic(),
                "partition", source.stream().partition(),
                "offset", source.offset());
    }

    private static LogEntry entry(long index, Admitted admitted, Instant now, Hash leafHash, byte[] leaf) {
        String tenant = admitted.received().participants().tenant();
        Received.Event event = admitted.received() instanceof Received.Event one ? one : null;
        return new LogEntry(
                index,
                admitted.kind(),
                tenant.equals(Participants.NO_TENANT) ? null : tenant,
                event == null ? null : event.key().id(),
                event == null ? null : event.type(),
                event == null ? null : event.time(),
                now,
                admitted.conversationRef() == null
                        ? null
                        : admitted.conversationRef().array(),
                leafHash,
                leaf);
    }

    private static String base64(byte[] bytes) {
        return BASE64_URL.encodeToString(bytes);
    }
}
