package dev.surety.guardrail.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may ask for something costly: as often as the bucket has tokens, which come back evenly over a
 * minute. Bounded in memory: whoever has not asked for longest is forgotten first, which only ever grants more.
 */
public final class Allowance {
    private static final int MOST_KNOWN = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    public Allowance(int perMinute, Clock clock) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("perMinute is " + perMinute + ": at least 1 was expected");
        }
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Bucket(double tokens, Instant at) {}

    /** Takes one; what comes back is how long to wait when there is none. */
    public synchronized Optional<Duration> take(String who) {
        Instant now = clock.instant();
        Bucket before = buckets.getOrDefault(who, new Bucket(perMinute, now));
        double refill =
                (double) Math.max(0, Duration.between(before.at(), now).toMillis()) * perMinute / MINUTE.toMillis();
        double tokens = Math.min(perMinute, before.tokens() + refill);
        boolean granted = tokens >= 1.0;
        buckets.put(who, new Bucket(granted ? tokens - 1.0 : tokens, now));
        if (buckets.size() > MOST_KNOWN) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return granted
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) Math.ceil((1.0 - tokens) * MINUTE.toMillis() / perMinute)));
    }
}
