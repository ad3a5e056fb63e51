package dev.surety.audit.ingest.event;

import static java.util.Objects.requireNonNull;

/** How reading stands, for probes. */
record IngestStatus(Phase phase, String detail) {
    static final IngestStatus STARTING = new IngestStatus(Phase.STARTING, "Reading has not begun yet");

    IngestStatus {
        requireNonNull(phase, "phase");
        requireNonNull(detail, "detail");
    }

    /** Whether records that arrive end in the log: read here, or by the writer that this replica stands by for. */
    boolean isHealthy() {
        return switch (phase) {
            case READING, STANDING_BY -> true;
            case STARTING, WAITING -> false;
        };
    }

    enum Phase {
        STARTING,
        READING,
        STANDING_BY,
        /** Something is away or wrong; the next attempt follows. */
        WAITING
    }
}
