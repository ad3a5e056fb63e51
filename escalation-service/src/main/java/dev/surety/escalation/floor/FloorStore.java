package dev.surety.escalation.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps the floor of each conversation. */
public interface FloorStore {
    /** The floor of the conversation; empty when it was never touched. */
    Optional<Floor> find(Connection connection, String tenant, String conversationId) throws SQLException;

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Floor> lock(Connection connection, String tenant, String conversationId) throws SQLException;

    /**
     * Puts {@code floor} in the place of its predecessor.
     *
     * @throws IllegalStateException when the stored epoch is not the one before {@code floor}'s
     */
    void save(Connection connection, String tenant, Floor floor) throws SQLException;
}
