package dev.surety.escalation.cases.store;

import dev.surety.escalation.cases.Case;
import dev.surety.escalation.cases.CaseListStore;
import dev.surety.escalation.cases.ListKind;
import dev.surety.escalation.cases.PageCursor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of cases. Each has a partial index in its own order, so a page costs the same wherever it begins. */
@Singleton
public class PostgresCaseListStore implements CaseListStore {

    @Override
    public List<Case> page(Connection connection, String tenant, Selection selection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql(selection))) {
            bind(select, tenant, selection);
            try (ResultSet result = select.executeQuery()) {
                List<Case> items = new ArrayList<>(selection.limit());
                while (result.next()) {
                    items.add(CaseRow.read(result));
                }
                return List.copyOf(items);
            }
        }
    }

    @Override
    public Map<String, Long> countByState(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT state, sum(cases) AS cases FROM case_count WHERE tenant = ? GROUP BY state")) {
            select.setString(1, tenant);
            try (ResultSet result = select.executeQuery()) {
                Map<String, Long> counts = new HashMap<>();
                while (result.next()) {
                    counts.put(result.getString("state"), result.getLong("cases"));
                }
                return Map.copyOf(counts);
            }
        }
    }

    @Override
    public long countOwned(Connection connection, String tenant, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT count(*) FROM support_case
                WHERE tenant = ? AND owner_subject = ? AND state IN ('claimed', 'active')""")) {
            select.setString(1, tenant);
            select.setString(2, subject);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    @Override
    public Map<String, Map<String, Long>> countByTenant(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet result = select.executeQuery(
                        "SELECT tenant, state, sum(cases) AS cases FROM case_count GROUP BY tenant, state")) {
            Map<String, Map<String, Long>> counts = new HashMap<>();
            while (result.next()) {
                counts.computeIfAbsent(result.getString("tenant"), tenant -> new HashMap<>())
                        .put(result.getString("state"), result.getLong("cases"));
            }
            return Map.copyOf(counts);
        }
    }

    /** The statement that reads a page; its plan is tested. */
    static String sql(Selection selection) {
        String condition = switch (selection.kind()) {
            case QUEUED -> " AND state = 'queued'";
            case MINE -> " AND owner_subject = ? AND state IN ('claimed', 'active')";
            case OPEN -> " AND state <> 'resolved'";
            case RESOLVED -> " AND state = 'resolved'";
        };
        boolean resolved = selection.kind() == ListKind.RESOLVED;
        String behind = resolved ? " AND (resolved_at, id) < (?, ?)" : " AND (priority, opened_at, id) > (?, ?, ?)";
        String order = resolved ? "resolved_at DESC, id DESC" : "priority, opened_at, id";
        return "SELECT " + CaseRow.COLUMNS + " FROM support_case WHERE tenant = ?"
                + condition
                + (selection.queue() == null ? "" : " AND queue = ?")
                + (selection.behind() == null ? "" : behind)
                + " ORDER BY " + order + " LIMIT ?";
    }

    /** Binds what {@link #sql} leaves open. */
    static void bind(PreparedStatement select, String tenant, Selection selection) throws SQLException {
        int at = 1;
        select.setString(at++, tenant);
        if (selection.kind() == ListKind.MINE) {
            select.setString(at++, selection.subject());
        }
        if (selection.queue() != null) {
            select.setString(at++, selection.queue());
        }
        switch (selection.behind()) {
            case null -> {}
            case PageCursor.ByUrgency place -> {
                select.setInt(at++, place.priority().rank());
                CaseRow.bind(select, at++, place.openedAt());
                select.setObject(at++, place.id());
            }
            case PageCursor.ByResolution place -> {
                CaseRow.bind(select, at++, place.resolvedAt());
                select.setObject(at++, place.id());
            }
        }
        select.setInt(at, selection.limit());
    }
}
