package dev.surety.escalation.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lists of cases and how many there are, at a cost that does not grow with their number. */
public interface CaseListStore {
    /** One page, in the order of its list. */
    List<Case> page(Connection connection, String tenant, Selection selection) throws SQLException;

    /** How many cases the tenant has, by the code of their state; states without cases may be missing. */
    Map<String, Long> countByState(Connection connection, String tenant) throws SQLException;

    /** How many open cases the person owns. */
    long countOwned(Connection connection, String tenant, String subject) throws SQLException;

    /** The same as {@link #countByState}, for every tenant. */
    Map<String, Map<String, Long>> countByTenant(Connection connection) throws SQLException;

    /**
     * Which cases, and how many of them.
     *
     * @param subject whose cases {@link ListKind#MINE} means
     * @param queue only those of this queue; null for all
     * @param behind only those behind this place; null for the first page
     */
    record Selection(
            ListKind kind,
            String subject,
            @Nullable String queue,
            @Nullable PageCursor behind,
            int limit) {}
}
