package dev.surety.guardrail.detector;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many calls may be made: at once, and per second on average (a token bucket that holds one second's worth). Who
 * gets no call is told at once and does not queue. Thread-safe; the clock is given.
 */
final class CallBudget {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int atOnce;
    private final long full;
    private final int perSecond;
    private final LongSupplier ticker;
    private int running;
    /** What is left, in calls times nanoseconds per second, so that nothing is lost to rounding. */
    private long left;

    private long filled;

    CallBudget(int atOnce, int perSecond, LongSupplier ticker) {
        if (atOnce < 1 || perSecond < 1) {
            throw new IllegalArgumentException("at least one call at once and one per second were expected");
        }
        this.atOnce = atOnce;
        this.perSecond = perSecond;
        this.full = Math.multiplyExact(SECOND, (long) perSecond);
        this.ticker = requireNonNull(ticker, "ticker");
        this.left = full;
        this.filled = ticker.getAsLong();
    }

    /** Takes one call; whoever gets {@code true} gives its place back with {@link #release}. */
    synchronized boolean take() {
        long now = ticker.getAsLong();
        long passed = Math.clamp(now - filled, 0, SECOND);
        filled = now;
        left = Math.min(full, left + passed * perSecond);
        if (running == atOnce || left < SECOND) {
            return false;
        }
        left -= SECOND;
        running++;
        return true;
    }

    synchronized void release() {
        running--;
    }
}
