package dev.surety.bias.run.work;

import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock and the identifiers that background work uses. */
@Singleton
public class Timing {
    private final Clock clock;
    private final Identifiers identifiers;

    Timing(Clock clock, Identifiers identifiers) {
        this.clock = clock;
        this.identifiers = identifiers;
    }

    Clock clock() {
        return clock;
    }

    Identifiers identifiers() {
        return identifiers;
    }
}
