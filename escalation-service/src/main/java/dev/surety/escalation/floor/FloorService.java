package dev.surety.escalation.floor;

import dev.surety.escalation.Agent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Moves the floor along with a case. Callers hold the lock of the case already, and it is always taken before the
 * lock of the floor, so the two never wait for each other.
 */
@Singleton
public class FloorService {
    private final FloorStore store;
    private final FloorPublisher publisher;
    private final Clock clock;

    FloorService(FloorStore store, FloorPublisher publisher, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** A case was opened: the bot falls silent. A floor that is held already stays as it is. */
    public Floor hold(Connection connection, String tenant, String conversationId) throws SQLException {
        Instant now = now();
        return switch (current(connection, tenant, conversationId, now)) {
            case Floor.Bot bot -> put(connection, tenant, bot.hold(now));
            case Floor.Held held -> held;
            case Floor.Human human -> put(connection, tenant, human.release(now));
        };
    }

    /** An agent claimed the case and speaks from now on. */
    public Floor take(Connection connection, String tenant, String conversationId, Agent agent) throws SQLException {
        Instant now = now();
        return switch (current(connection, tenant, conversationId, now)) {
            case Floor.Bot bot ->
                put(connection, tenant, put(connection, tenant, bot.hold(now)).take(agent, now));
            case Floor.Held held -> put(connection, tenant, held.take(agent, now));
            case Floor.Human human when human.agent().is(agent) -> human;
            case Floor.Human human ->
                put(
                        connection,
                        tenant,
                        put(connection, tenant, human.release(now)).take(agent, now));
        };
    }

    /** The owner gave the case back: nobody speaks until the next one comes. */
    public Floor release(Connection connection, String tenant, String conversationId) throws SQLException {
        return hold(connection, tenant, conversationId);
    }

    /** The case is resolved: the bot speaks again. */
    public Floor handBack(Connection connection, String tenant, String conversationId) throws SQLException {
        Instant now = now();
        return switch (current(connection, tenant, conversationId, now)) {
            case Floor.Bot bot -> bot;
            case Floor.Held held ->
                throw new IllegalStateException(
                        "The floor of a case that is being resolved is held by nobody, epoch " + held.epoch());
            case Floor.Human human -> put(connection, tenant, human.handBack(now));
        };
    }

    /** The floor as it stands, locked until the transaction ends. */
    public Floor current(Connection connection, String tenant, String conversationId) throws SQLException {
        return current(connection, tenant, conversationId, now());
    }

    private Floor current(Connection connection, String tenant, String conversationId, Instant now)
            throws SQLException {
        return store.lock(connection, tenant, conversationId).orElseGet(() -> Floor.untouched(conversationId, now));
    }

    private <F extends Floor> F put(Connection connection, String tenant, F floor) throws SQLException {
        store.save(connection, tenant, floor);
        publisher.changed(connection, tenant, floor);
        return floor;
    }

    private Instant now() {
        // PostgreSQL keeps microseconds; a finer time would not survive the round trip.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
