package dev.surety.escalation.cases.store;

import dev.surety.escalation.Agent;
import dev.surety.escalation.cases.Case;
import dev.surety.escalation.cases.CaseStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Cases, one row each. */
@Singleton
public class PostgresCaseStore implements CaseStore {
    private static final String SELECT = "SELECT " + CaseRow.COLUMNS + " FROM support_case ";
    private static final String SELECT_BY_ID = SELECT + "WHERE tenant = ? AND id = ?";

    @Override
    public boolean open(Connection connection, Case opened) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO support_case (tenant, id, conversation_id, channel, locale, customer_ref, opened_at,
                    queue, priority, state, owner_subject, owner_name, claimed_at, reason_codes, headline,
                    last_customer_words, last_sequence, last_turn, steps, resolved_at, root_cause, resolution,
                    prevention, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")) {
            insert.setString(1, opened.tenant());
            insert.setObject(2, opened.id());
            insert.setString(3, opened.conversation().id());
            insert.setString(4, opened.conversation().channel());
            insert.setString(5, opened.conversation().locale());
            insert.setString(6, opened.conversation().customerRef());
            CaseRow.bind(insert, 7, opened.openedAt());
            int _ = CaseRow.bindChanging(connection, insert, 8, opened);
            return insert.executeUpdate() == 1;
        }
    }

    @Override
    public Optional<Case> claim(Connection connection, String tenant, UUID id, Agent agent, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE support_case
                SET state = 'claimed', owner_subject = ?, owner_name = ?, claimed_at = ?, version = version + 1
                WHERE tenant = ? AND id = ? AND state = 'queued'
                RETURNING\s""" + CaseRow.COLUMNS)) {
            update.setString(1, agent.subject());
            update.setString(2, agent.name());
            CaseRow.bind(update, 3, at);
            update.setString(4, tenant);
            update.setObject(5, id);
            return one(update);
        }
    }

    @Override
    public Optional<Case> find(Connection connection, String tenant, UUID id) throws SQLException {
        return select(connection, SELECT_BY_ID, tenant, id);
    }

    @Override
    public Optional<Case> lock(Connection connection, String tenant, UUID id) throws SQLException {
        return select(connection, SELECT_BY_ID + " FOR UPDATE", tenant, id);
    }

    @Override
    public Optional<Case> lockOpen(Connection connection, String tenant, String conversationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + """
                WHERE tenant = ? AND conversation_id = ? AND state <> 'resolved' FOR UPDATE""")) {
            select.setString(1, tenant);
            select.setString(2, conversationId);
            return one(select);
        }
    }

    @Override
    public void save(Connection connection, Case changed) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE support_case
                SET queue = ?, priority = ?, state = ?, owner_subject = ?, owner_name = ?,
                    claimed_at = coalesce(?, claimed_at), reason_codes = ?, headline = ?, last_customer_words = ?,
                    last_sequence = ?, last_turn = ?, steps = ?, resolved_at = ?, root_cause = ?, resolution = ?,
                    prevention = ?, version = ?
                WHERE tenant = ? AND id = ? AND version = ?""")) {
            int next = CaseRow.bindChanging(connection, update, 1, changed);
            update.setString(next, changed.tenant());
            update.setObject(next + 1, changed.id());
            update.setLong(next + 2, changed.version() - 1);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(
                        "Case %s is not at the version before %d".formatted(changed.id(), changed.version()));
            }
        }
    }

    private static Optional<Case> select(Connection connection, String sql, String tenant, UUID id)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            select.setObject(2, id);
            return one(select);
        }
    }

    private static Optional<Case> one(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(CaseRow.read(result)) : Optional.empty();
        }
    }
}
