package dev.surety.audit.ingest;

import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.FieldGroup;
import dev.surety.audit.disclosure.Participants;
import dev.surety.audit.ledger.EventKey;
import dev.surety.audit.ledger.Source;
import java.time.Instant;
import java.util.List;

/**
 * What one read from Kafka gave. Sealed, because each kind ends in the log in its own way, and a new kind must not be
 * forgotten there.
 */
public sealed interface Received {
    /** Whom it is about. */
    Participants participants();

    /**
     * An event.
     *
     * @param identity the bytes in which two deliveries of the same event agree, and two events with one id do not
     * @param groups all of the event's data, each part once
     */
    @SuppressWarnings("ArrayRecordComponent") // What was received is handed on, never compared or changed.
    record Event(
            Source source,
            EventKey key,
            String type,
            Instant time,
            Participants participants,
            Facts facts,
            List<Part> groups,
            byte[] identity)
            implements Received {
        public Event {
            requireNonNull(source, "source");
            requireNonNull(key, "key");
            requireNonNull(type, "type");
            requireNonNull(time, "time");
            requireNonNull(participants, "participants");
            requireNonNull(facts, "facts");
            groups = List.copyOf(groups);
            requireNonNull(identity, "identity");
        }
    }

    /**
     * A record that cannot be read as an event.
     *
     * @param record the whole record, as JSON
     */
    @SuppressWarnings("ArrayRecordComponent") // What was received is handed on, never compared or changed.
    record Unreadable(Source source, Participants participants, Reason reason, byte[] record) implements Received {
        public Unreadable {
            requireNonNull(source, "source");
            requireNonNull(participants, "participants");
            requireNonNull(reason, "reason");
            requireNonNull(record, "record");
        }
    }

    /** Records from an offset up to but not including another that Kafka no longer had. */
    record Missing(Source.Stream stream, long from, long until) implements Received {
        public Missing {
            requireNonNull(stream, "stream");
        }

        @Override
        public Participants participants() {
            return Participants.ofTenant(Participants.NO_TENANT);
        }
    }

    /** A field group and its value, as JSON. */
    @SuppressWarnings("ArrayRecordComponent") // What was received is handed on, never compared or changed.
    record Part(FieldGroup group, byte[] json) {
        public Part {
            requireNonNull(group, "group");
            requireNonNull(json, "json");
        }
    }

    /** Why a record cannot be read. The labels stand in entries, so they never change. */
    enum Reason {
        OVERSIZED("oversized"),
        MISSING_ATTRIBUTE("missing-attribute"),
        MALFORMED_ATTRIBUTE("malformed-attribute"),
        MISSING_DATA("missing-data"),
        MALFORMED_DATA("malformed-data"),
        WRONG_TOPIC("wrong-topic");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
