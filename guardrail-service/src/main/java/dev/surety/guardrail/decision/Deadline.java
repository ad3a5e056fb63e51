package dev.surety.guardrail.decision;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when checks may be started, and until when those are waited for that ask others. What else has begun is
 * finished; what has not been begun by then did not take place, and the policy says what follows from that.
 *
 * @param nanoTime the moment on the clock of {@code ticker}
 * @param ticker a clock that only counts, like {@link System#nanoTime()}
 */
public record Deadline(long nanoTime, LongSupplier ticker) {
    /** There is all the time in the world. */
    public static final Deadline NONE = new Deadline(0, () -> Long.MIN_VALUE / 2);

    public Deadline {
        requireNonNull(ticker, "ticker");
    }

    /** That much time from now. */
    public static Deadline in(Duration time, LongSupplier ticker) {
        return new Deadline(ticker.getAsLong() + time.toNanos(), ticker);
    }

    boolean hasPassed() {
        return ticker.getAsLong() - nanoTime >= 0;
    }

    /** What is left until then, but not more than {@code most}, and never less than nothing. */
    Duration left(Duration most) {
        return Duration.ofNanos(Math.clamp(nanoTime - ticker.getAsLong(), 0, most.toNanos()));
    }
}
