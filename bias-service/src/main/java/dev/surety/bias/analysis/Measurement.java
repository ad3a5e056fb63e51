package dev.surety.bias.analysis;

import dev.surety.bias.metric.Interval;
import dev.surety.bias.metric.Significance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was computed for one metric of one contrast, before correction and verdict.
 *
 * @param estimate the estimate; null when it is undefined, in which case an obstacle says why
 * @param intervals the deciding interval first; empty when undefined
 * @param significance the raw test; null when it is undefined
 * @param obstacles why these numbers are not enough for any verdict; empty when they are
 * @param further more figures by name, in the order in which they are shown
 */
public record Measurement(
        @Nullable Double estimate,
        List<Interval> intervals,
        @Nullable Significance significance,
        List<String> obstacles,
        Map<String, Double> further) {
    public Measurement {
        intervals = List.copyOf(intervals);
        obstacles = List.copyOf(obstacles);
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
        if (estimate == null && obstacles.isEmpty()) {
            throw new IllegalArgumentException("an undefined estimate needs an obstacle that says why");
        }
    }

    /** Nothing could be computed, for these reasons. */
    public static Measurement undefined(List<String> obstacles, Map<String, Double> further) {
        return new Measurement(null, List.of(), null, obstacles, further);
    }
}
