package dev.surety.guardrail.figures;

import java.util.List;

/**
 * How long deciding took, without writing it down, as a histogram.
 *
 * @param maxMicros the longest of all
 * @param buckets cumulative, the lowest bound first
 */
public record Latency(long decisions, long maxMicros, List<Bucket> buckets) {
    public Latency {
        buckets = List.copyOf(buckets);
    }

    /** How many decisions took at most that long. */
    public record Bucket(long boundMicros, long decisions) {}

    /**
     * The time within which that many per mille of the decisions stayed: exact at the bounds of the buckets, and in
     * between as if the decisions of a bucket were spread evenly. Zero without decisions.
     */
    public long percentileMicros(int perMille) {
        double rank = decisions * (perMille / 1000.0);
        long lower = 0;
        long below = 0;
        for (Bucket bucket : buckets) {
            if (bucket.decisions() >= rank && bucket.decisions() > below) {
                return Math.min(maxMicros, between(lower, bucket.boundMicros(), rank, below, bucket.decisions()));
            }
            lower = bucket.boundMicros();
            below = bucket.decisions();
        }
        return decisions == below ? Math.min(lower, maxMicros) : between(lower, maxMicros, rank, below, decisions);
    }

    private static long between(long lower, long upper, double rank, long below, long upTo) {
        return lower + Math.round((upper - lower) * Math.max(0, rank - below) / (upTo - below));
    }
}
