package dev.surety.audit.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.BatchKeys;
import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.ledger.EntryKind;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.Sighting;
import dev.surety.tlog.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a batch becomes an entry. An event that the log holds already is left out if its content is the
 * same, and recorded as a conflict if it is not; both hold within the batch too. Everything else is admitted.
 */
final class Admission {
    private final BatchKeys keys;
    private final Map<EventKey, List<Sighting>> sightings = new HashMap<>();
    private final List<Admitted> admitted = new ArrayList<>();
    private final List<Sighting> newSightings = new ArrayList<>();
    private final long firstIndex;
    private int duplicates;

    Admission(BatchKeys keys, Map<EventKey, List<Sighting>> sightings, long firstIndex) {
        this.keys = keys;
        this.firstIndex = firstIndex;
        sightings.forEach((event, known) -> this.sightings.put(event, new ArrayList<>(known)));
    }

    /**
     * What becomes an entry.
     *
     * @param served the key of whom it is about
     * @param conversationRef how the entry refers to the conversation
     * @param contradicts the entry with the same event id that came first, for a conflict
     */
    record Admitted(
            Received received,
            EntryKind kind,
            SubjectKey served,
            @Nullable ByteBuffer conversationRef,
            @Nullable Long contradicts) {}

    void decide(Received received) {
        switch (received) {
            case Received.Event event -> decide(event);
            case Received.Unreadable unreadable -> admit(unreadable, EntryKind.QUARANTINED, null);
            case Received.Missing missing -> admit(missing, EntryKind.GAP, null);
        }
    }

    List<Admitted> admitted() {
        return admitted;
    }

    List<Sighting> newSightings() {
        return newSightings;
    }

    Tally tally() {
        return new Tally(
                admitted.size(),
                duplicates,
                count(EntryKind.CONFLICT),
                count(EntryKind.QUARANTINED),
                count(EntryKind.GAP));
    }

    private void decide(Received.Event event) {
        Hash fingerprint = fingerprint(event);
        List<Sighting> known = sightings.computeIfAbsent(event.key(), _ -> new ArrayList<>());
        if (known.stream().anyMatch(sighting -> sighting.fingerprint().equals(fingerprint))) {
            duplicates++;
            return;
        }
        Sighting sighting = new Sighting(event.key(), fingerprint, firstIndex + admitted.size());
        if (known.isEmpty()) {
            admit(event, EntryKind.EVENT, null);
        } else {
            admit(event, EntryKind.CONFLICT, known.getFirst().index());
        }
        known.add(sighting);
        newSightings.add(sighting);
    }

    private void admit(Received received, EntryKind kind, @Nullable Long contradicts) {
        Participants participants = received.participants();
        SubjectKey served = keys.served(participants);
        ByteBuffer conversationRef = participants.conversation() == null
                ? null
                : ByteBuffer.wrap(served.referenceTo(
                        KeyHolder.CONVERSATION.label(), requireNonNull(participants.conversation())));
        admitted.add(new Admitted(received, kind, served, conversationRef, contradicts));
    }

    private Hash fingerprint(Received.Event event) {
        byte[] type = (event.type() + '\0').getBytes(UTF_8);
        byte[] content = new byte[type.length + event.identity().length];
        System.arraycopy(type, 0, content, 0, type.length);
        System.arraycopy(event.identity(), 0, content, type.length, event.identity().length);
        return Hash.of(keys.tenant(event.key().tenant()).fingerprintOf(content));
    }

    private int count(EntryKind kind) {
        return (int) admitted.stream().filter(one -> one.kind() == kind).count();
    }
}
