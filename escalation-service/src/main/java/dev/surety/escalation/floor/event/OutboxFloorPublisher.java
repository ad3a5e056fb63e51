package dev.surety.escalation.floor.event;

import dev.surety.contracts.floor.FloorChanged;
import dev.surety.contracts.floor.FloorChanged.Holder;
import dev.surety.escalation.floor.Floor;
import dev.surety.escalation.floor.FloorPublisher;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.outbox.Outbox;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** Publishes each change of a floor as {@link FloorChanged}, keyed by conversation. */
@Singleton
public class OutboxFloorPublisher implements FloorPublisher {
    private static final URI SOURCE = URI.create("/surety/escalation-service");

    private final Outbox outbox;
    private final Identifiers identifiers;

    OutboxFloorPublisher(Outbox outbox, Identifiers identifiers) {
        this.outbox = outbox;
        this.identifiers = identifiers;
    }

    @Override
    public void changed(Connection connection, String tenant, Floor floor) throws SQLException {
        FloorChanged data = switch (floor) {
            case Floor.Bot bot -> new FloorChanged(bot.conversationId(), Holder.BOT, null, bot.epoch(), bot.since());
            case Floor.Held held ->
                new FloorChanged(held.conversationId(), Holder.HELD, null, held.epoch(), held.since());
            case Floor.Human human ->
                new FloorChanged(
                        human.conversationId(), Holder.HUMAN, human.agent().subject(), human.epoch(), human.since());
        };
        outbox.append(
                connection,
                floor.conversationId(),
                new CloudEvent<>(identifiers.next(), SOURCE, floor.conversationId(), tenant, floor.since(), data));
    }
}
