package dev.surety.escalation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: right, unless a test puts it forward. */
@Singleton
@Alternative
@Priority(1)
public class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    /** Goes wrong by that much from now on. */
    public void putForward(Duration by) {
        shift = by;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
