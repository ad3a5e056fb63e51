package dev.surety.escalation.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what stands in the record of a case beside its transcript. Nothing in it is ever changed or deleted. */
public interface RecordStore {
    /** Stores what one decision said; {@code false} when the case has it already. */
    boolean addEvidence(Connection connection, String tenant, UUID caseId, Escalation escalation) throws SQLException;

    /** What all decisions said, in the order in which they joined the case. */
    List<Evidence> evidence(Connection connection, String tenant, UUID caseId) throws SQLException;

    void addStep(Connection connection, String tenant, UUID caseId, Step step, String idempotencyKey)
            throws SQLException;

    /** The step that was logged under the key that a client gave it. */
    Optional<Step> stepUnder(Connection connection, String tenant, UUID caseId, String idempotencyKey)
            throws SQLException;

    /** All steps, in the order in which they were logged. */
    List<Step> steps(Connection connection, String tenant, UUID caseId) throws SQLException;

    void addActivity(Connection connection, String tenant, UUID caseId, Activity activity) throws SQLException;

    /** The history, oldest first. */
    List<Activity> history(Connection connection, String tenant, UUID caseId) throws SQLException;

    /** What one decision brought. */
    record Evidence(List<Reason> reasons, List<Passage> passages) {
        public Evidence {
            reasons = List.copyOf(reasons);
            passages = List.copyOf(passages);
        }
    }
}
