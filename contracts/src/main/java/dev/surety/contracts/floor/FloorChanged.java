package dev.surety.contracts.floor;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.surety.contracts.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who may speak to the customer from now on. The epoch only rises; a message written under an older epoch must not
 * be delivered.
 *
 * @param agent the human who holds the floor; null unless {@code holder} is {@link Holder#HUMAN}
 */
public record FloorChanged(
        String conversationId, Holder holder, @Nullable String agent, long epoch, Instant changedAt) {

    public FloorChanged {
        Require.text(conversationId, "conversationId");
        requireNonNull(holder, "holder");
        if ((holder == Holder.HUMAN) != (agent != null)) {
            throw new IllegalArgumentException("agent is set exactly when a human holds the floor");
        }
        Require.notNegative(epoch, "epoch");
        requireNonNull(changedAt, "changedAt");
    }

    /** The bot speaks, nobody speaks until a human comes, or a human speaks. */
    public enum Holder {
        @JsonProperty("bot")
        BOT,
        @JsonProperty("held")
        HELD,
        @JsonProperty("human")
        HUMAN
    }
}
