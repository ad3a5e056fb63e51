package dev.surety.kit.event;

import static java.util.Objects.requireNonNull;

import dev.surety.contracts.EventType;
import dev.surety.contracts.Require;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * An event in its envelope (CloudEvents 1.0). The type follows from the data, so the two never disagree.
 *
 * @param source {@code /surety/<service>}
 * @param subject the conversation or entity that it is about
 */
public record CloudEvent<T extends Record>(UUID id, URI source, String subject, String tenant, Instant time, T data) {

    /** The version of the specification that events are written by. */
    public static final String SPEC_VERSION = "1.0";

    public CloudEvent {
        requireNonNull(id, "id");
        requireNonNull(source, "source");
        Require.text(subject, "subject");
        Require.text(tenant, "tenant");
        requireNonNull(time, "time");
        requireNonNull(data, "data");
    }

    /** What kind of event this is. */
    public EventType type() {
        return EventType.carrying(data);
    }
}
