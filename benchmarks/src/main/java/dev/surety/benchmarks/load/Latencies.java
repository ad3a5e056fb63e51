package dev.surety.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** How long requests took. */
public final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
        this.sortedNanos = sortedNanos;
    }

    public static Latencies of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The value below which that share of the requests lies; nearest rank. */
    public String milliseconds(double share) {
        int rank = (int) Math.ceil(share * sortedNanos.length);
        return String.format(Locale.ROOT, "%.1f", sortedNanos[Math.max(0, rank - 1)] / 1e6);
    }
}
