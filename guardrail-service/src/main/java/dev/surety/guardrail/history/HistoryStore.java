package dev.surety.guardrail.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was decided and what people said of it. Whatever is kept twice counts once. */
public interface HistoryStore {
    /**
     * Keeps a decision and counts it, unless one of that id is there.
     *
     * @return whether it was not there yet
     * @throws UnstorableException when it can never be kept
     */
    boolean keep(PastDecision decision) throws UnstorableException;

    /**
     * Keeps a verdict, unless a later one of the same person about the same is there.
     *
     * @throws UnstorableException when it can never be kept
     */
    void keep(Verdict verdict) throws UnstorableException;

    /** The decision of that tenant with that id. */
    Optional<PastDecision> find(String tenant, UUID id);

    /** What people said of a decision, the earliest first. */
    List<Verdict> verdicts(String tenant, UUID decision);

    /**
     * Deletes decisions and verdicts of before that time, as many as one transaction should.
     *
     * @return how many decisions and verdicts were deleted
     */
    int forget(Instant before);

    /** Deletes counts of before that time. */
    int forgetCounts(Instant before);
}
