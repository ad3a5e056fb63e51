package dev.surety.escalation.floor.store;

import dev.surety.escalation.Agent;
import dev.surety.escalation.floor.Floor;
import dev.surety.escalation.floor.FloorStore;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The floor of each conversation, one row each. */
@Singleton
public class PostgresFloorStore implements FloorStore {
    private static final String BOT = "bot";
    private static final String HELD = "held";
    private static final String HUMAN = "human";
    private static final String SELECT = """
            SELECT holder, agent_subject, agent_name, epoch, changed_at
            FROM floor WHERE tenant = ? AND conversation_id = ?""";

    @Override
    public Optional<Floor> find(Connection connection, String tenant, String conversationId) throws SQLException {
        return select(connection, SELECT, tenant, conversationId);
    }

    @Override
    public Optional<Floor> lock(Connection connection, String tenant, String conversationId) throws SQLException {
        return select(connection, SELECT + " FOR UPDATE", tenant, conversationId);
    }

    @Override
    public void save(Connection connection, String tenant, Floor floor) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                INSERT INTO floor (tenant, conversation_id, holder, agent_subject, agent_name, epoch, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant, conversation_id) DO UPDATE
                SET holder = excluded.holder, agent_subject = excluded.agent_subject,
                    agent_name = excluded.agent_name, epoch = excluded.epoch, changed_at = excluded.changed_at
                WHERE floor.epoch = excluded.epoch - 1""")) {
            @Nullable Agent agent = floor instanceof Floor.Human human ? human.agent() : null;
            upsert.setString(1, tenant);
            upsert.setString(2, floor.conversationId());
            upsert.setString(3, holder(floor));
            upsert.setString(4, agent == null ? null : agent.subject());
            upsert.setString(5, agent == null ? null : agent.name());
            upsert.setLong(6, floor.epoch());
            upsert.setObject(7, floor.since().atOffset(ZoneOffset.UTC));
            if (upsert.executeUpdate() != 1) {
                throw new IllegalStateException("The floor is not at the epoch before " + floor.epoch());
            }
        }
    }

    private static Optional<Floor> select(Connection connection, String sql, String tenant, String conversationId)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, tenant);
            select.setString(2, conversationId);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(floor(result, conversationId)) : Optional.empty();
            }
        }
    }

    private static Floor floor(ResultSet result, String conversationId) throws SQLException {
        long epoch = result.getLong("epoch");
        Instant since = result.getObject("changed_at", OffsetDateTime.class).toInstant();
        String holder = result.getString("holder");
        return switch (holder) {
            case BOT -> new Floor.Bot(conversationId, epoch, since);
            case HELD -> new Floor.Held(conversationId, epoch, since);
            case HUMAN ->
                new Floor.Human(
                        conversationId,
                        new Agent(result.getString("agent_subject"), result.getString("agent_name")),
                        epoch,
                        since);
            default -> throw new IllegalStateException("The database holds an unknown holder of a floor: " + holder);
        };
    }

    private static String holder(Floor floor) {
        return switch (floor) {
            case Floor.Bot _ -> BOT;
            case Floor.Held _ -> HELD;
            case Floor.Human _ -> HUMAN;
        };
    }
}
