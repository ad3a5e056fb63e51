package dev.surety.escalation.cases.store;

import dev.surety.escalation.Agent;
import dev.surety.escalation.cases.Case;
import dev.surety.escalation.cases.CaseState;
import dev.surety.escalation.cases.Conversation;
import dev.surety.escalation.cases.Priority;
import dev.surety.escalation.cases.Resolution;
import dev.surety.escalation.cases.RootCause;
import dev.surety.escalation.cases.Urgency;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a case stands in a row of {@code support_case}. */
final class CaseRow {
    static final String COLUMNS = """
            tenant, id, conversation_id, channel, locale, customer_ref, queue, priority, state, owner_subject,
            owner_name, claimed_at, reason_codes, headline, last_customer_words, last_sequence, last_turn, steps,
            opened_at, resolved_at, root_cause, resolution, prevention, version""";

    private CaseRow() {}

    static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getObject("id", UUID.class),
                row.getString("tenant"),
                new Conversation(
                        row.getString("conversation_id"),
                        row.getString("channel"),
                        row.getString("locale"),
                        row.getString("customer_ref")),
                new Urgency(Priority.ofRank(row.getInt("priority")), row.getString("queue")),
                state(row),
                List.of((String[]) row.getArray("reason_codes").getArray()),
                row.getString("headline"),
                row.getString("last_customer_words"),
                new Case.Progress(row.getLong("last_sequence"), row.getInt("last_turn"), row.getInt("steps")),
                instant(row, "opened_at"),
                row.getLong("version"));
    }

    /** Binds everything that changes in the life of a case, from {@code first} on; returns the next free place. */
    static int bindChanging(Connection connection, PreparedStatement statement, int first, Case item)
            throws SQLException {
        int at = first;
        @Nullable Agent owner = item.owner().orElse(null);
        @Nullable Resolution resolution = item.state() instanceof CaseState.Resolved done ? done.resolution() : null;
        statement.setString(at++, item.urgency().queue());
        statement.setInt(at++, item.urgency().priority().rank());
        statement.setString(at++, item.state().code());
        statement.setString(at++, owner == null ? null : owner.subject());
        statement.setString(at++, owner == null ? null : owner.name());
        bind(statement, at++, item.state() instanceof CaseState.Owned owned ? owned.claimedAt() : null);
        statement.setArray(
                at++, connection.createArrayOf("text", item.reasonCodes().toArray()));
        statement.setString(at++, item.headline());
        statement.setString(at++, item.lastCustomerWords());
        statement.setLong(at++, item.progress().lastSequence());
        statement.setInt(at++, item.progress().lastTurn());
        statement.setInt(at++, item.progress().steps());
        bind(statement, at++, resolution == null ? null : resolution.at());
        statement.setString(
                at++, resolution == null ? null : resolution.rootCause().code());
        statement.setString(at++, resolution == null ? null : resolution.resolution());
        statement.setString(at++, resolution == null ? null : resolution.prevention());
        statement.setLong(at++, item.version());
        return at;
    }

    static void bind(PreparedStatement statement, int at, @Nullable Instant instant) throws SQLException {
        if (instant == null) {
            statement.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
        }
    }

    private static CaseState state(ResultSet row) throws SQLException {
        String code = row.getString("state");
        return switch (code) {
            case CaseState.Queued.CODE -> new CaseState.Queued();
            case CaseState.Claimed.CODE -> new CaseState.Claimed(owner(row), instant(row, "claimed_at"));
            case CaseState.Active.CODE -> new CaseState.Active(owner(row), instant(row, "claimed_at"));
            case CaseState.Resolved.CODE ->
                new CaseState.Resolved(new Resolution(
                        RootCause.of(row.getString("root_cause")).orElseThrow(),
                        row.getString("resolution"),
                        row.getString("prevention"),
                        owner(row),
                        instant(row, "resolved_at")));
            default -> throw new IllegalStateException("The database holds an unknown state of a case: " + code);
        };
    }

    private static Agent owner(ResultSet row) throws SQLException {
        return new Agent(row.getString("owner_subject"), row.getString("owner_name"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
