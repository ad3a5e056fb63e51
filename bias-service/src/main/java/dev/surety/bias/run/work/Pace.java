package dev.surety.bias.run.work;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Spreads calls evenly, so that never more than the given number starts within a second. */
final class Pace {
    private final long nanosBetween;
    private final LongSupplier nanoClock;
    private final AtomicLong nextFree;

    Pace(int perSecond, LongSupplier nanoClock) {
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanoClock = nanoClock;
        this.nextFree = new AtomicLong(nanoClock.getAsLong());
    }

    /** Takes the next place in the row, and returns how long it is until then. */
    Duration take() {
        long now = nanoClock.getAsLong();
        long place = nextFree.getAndUpdate(next -> Math.max(next, now) + nanosBetween);
        return Duration.ofNanos(Math.max(0, place - now));
    }
}
