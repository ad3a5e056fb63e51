package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps cases. Every lock ends with the transaction, and is always taken before that of the floor. */
public interface CaseStore {
    /** Stores a new case; {@code false} when its conversation has an open one already. */
    boolean open(Connection connection, Case opened) throws SQLException;

    /**
     * Makes {@code agent} the owner if nobody is, in one statement: however many try at once, exactly one gets the case.
     *
     * @return the case as it is now; empty when it was not queued, or does not exist
     */
    Optional<Case> claim(Connection connection, String tenant, UUID id, Agent agent, Instant at) throws SQLException;

    Optional<Case> find(Connection connection, String tenant, UUID id) throws SQLException;

    /** The case, and nobody else changes it until the transaction ends. */
    Optional<Case> lock(Connection connection, String tenant, UUID id) throws SQLException;

    /** The open case of the conversation, and nobody else changes it until the transaction ends. */
    Optional<Case> lockOpen(Connection connection, String tenant, String conversationId) throws SQLException;

    /**
     * Puts {@code changed} in the place of its predecessor.
     *
     * @throws IllegalStateException when the stored version is not the one before
     */
    void save(Connection connection, Case changed) throws SQLException;
}
