package dev.surety.audit.ingest.event;

import dev.surety.audit.ingest.Received;

/** A record cannot be read as an event. It names the reason and none of the data. */
final class UnreadableRecordException extends Exception {
    private final Received.Reason reason;

    UnreadableRecordException(Received.Reason reason) {
        super(reason.label(), null, false, false);
        this.reason = reason;
    }

    Received.Reason reason() {
        return reason;
    }
}
