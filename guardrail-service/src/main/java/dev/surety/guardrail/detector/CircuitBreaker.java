package dev.surety.guardrail.detector;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Leaves a system alone that failed several times in a row (Nygard, Release It!, "Circuit Breaker"). Closed, all calls
 * pass; after that many failures in a row it is open and none does; after a rest one call is let through as a trial, and
 * its outcome closes it or keeps it open for another rest. Thread-safe; the clock is given.
 */
final class CircuitBreaker {
    private final int failures;
    private final long rest;
    private final LongSupplier ticker;
    private int inARow;
    private boolean open;
    private boolean onTrial;
    private long since;

    /**
     * A closed breaker.
     *
     * @param ticker a clock that only counts, like {@link System#nanoTime()}
     */
    CircuitBreaker(int failures, Duration rest, LongSupplier ticker) {
        if (failures < 1 || rest.isNegative() || rest.isZero()) {
            throw new IllegalArgumentException("at least one failure and some rest were expected");
        }
        this.failures = failures;
        this.rest = rest.toNanos();
        this.ticker = requireNonNull(ticker, "ticker");
    }

    /** Whether a call may be made now; whoever gets {@code true} reports the outcome with one of the other methods. */
    synchronized boolean admits() {
        if (!open) {
            return true;
        }
        if (onTrial || ticker.getAsLong() - since < rest) {
            return false;
        }
        onTrial = true;
        return true;
    }

    synchronized void succeeded() {
        open = false;
        onTrial = false;
        inARow = 0;
    }

    synchronized void failed() {
        inARow = Math.min(inARow + 1, failures);
        if (open ? onTrial : inARow == failures) {
            open = true;
            onTrial = false;
            since = ticker.getAsLong();
        }
    }

    /** The call says nothing about the system: its caller gave it too little time. */
    synchronized void undecided() {
        onTrial = false;
    }
}
