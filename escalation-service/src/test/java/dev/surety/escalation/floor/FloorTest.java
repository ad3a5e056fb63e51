package dev.surety.escalation.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.escalation.Agent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FloorTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Agent ANA = new Agent("a-1", "Ana");

    @Test
    void aCaseTakesTheFloorFromTheBotToAHumanAndBack() {
        // Given
        Floor.Bot untouched = Floor.untouched("c-1", NOW);

        // When
        Floor.Bot after =
                untouched.hold(NOW).take(ANA, NOW).release(NOW).take(ANA, NOW).handBack(NOW);

        // Then
        assertThat(after).isEqualTo(new Floor.Bot("c-1", 5, NOW));
    }

    @Test
    void aFloorWithoutAHumanNamesNone() {
        assertThatThrownBy(() -> new Floor.Human("c-1", null, 1, NOW))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("agent");
    }

    @Test
    void anEpochIsNeverNegative() {
        assertThatThrownBy(() -> new Floor.Held("c-1", -1, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch is -1: zero or more was expected");
    }

    @Property
    void whateverHappensTheEpochRisesByOneEachTime(@ForAll @Size(max = 50) List<Boolean> choices) {
        Floor floor = Floor.untouched("c-1", NOW);
        List<Long> epochs = new ArrayList<>();
        for (boolean choice : choices) {
            floor = switch (floor) {
                case Floor.Bot bot -> bot.hold(NOW);
                case Floor.Held held -> held.take(ANA, NOW);
                case Floor.Human human -> choice ? human.release(NOW) : human.handBack(NOW);
            };
            epochs.add(floor.epoch());
        }

        assertThat(epochs)
                .isEqualTo(LongStream.rangeClosed(1, choices.size()).boxed().toList());
    }
}
