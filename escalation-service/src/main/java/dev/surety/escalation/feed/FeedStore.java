package dev.surety.escalation.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps the feeds. A change arrives unnumbered in the transaction that makes it, and gets its number after the commit,
 * from one worker at a time: so no number appears behind one that a reader has seen already.
 */
public interface FeedStore {
    /** Leaves a change in the transaction that makes it. */
    void arrive(Connection connection, String tenant, UUID caseId, String type, long version, Instant at)
            throws SQLException;

    /** Numbers what committed since the last time; does nothing while another replica does it. */
    int number(Connection connection) throws SQLException;

    /** Whether something waits for its number. */
    boolean hasArrivals(Connection connection) throws SQLException;

    /** The last number of each tenant that has one. */
    Map<String, Long> heads(Connection connection) throws SQLException;

    /** The entries behind {@code sequence}, in order; fewer than there are when {@code limit} is reached. */
    List<FeedEntry> after(Connection connection, String tenant, long sequence, int limit) throws SQLException;

    /** Forgets entries that are older; the last numbers stay. */
    int forgetBefore(Connection connection, Instant time) throws SQLException;
}
