package dev.surety.bias.analysis;

import dev.surety.bias.metric.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The group that the others are compared with: the named one, or the one with the highest favourable rate. A tiny group
 * may not become the reference by luck (NYC 6 RCNY 5-301 leaves out groups below 2 % of the data).
 *
 * @param chosenByData whether the data picked it; then every pair of groups was in the race, and the correction has to
 *     count them all
 * @param notes how it was picked
 */
public record ReferenceChoice(String group, boolean chosenByData, List<String> notes) {
    private static final Proportion NONE = new Proportion(0, 0);

    public ReferenceChoice {
        notes = List.copyOf(notes);
    }

    /** The choice among the rates of at least one group. */
    public static ReferenceChoice of(
            Optional<String> named, Map<String, Proportion> rates, Thresholds.Evidence thresholds) {
        if (named.isPresent()) {
            return new ReferenceChoice(named.get(), false, List.of());
        }
        long all = rates.values().stream().mapToLong(Proportion::total).sum();
        List<String> candidates = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        rates.forEach((group, rate) -> {
            boolean large = rate.total() >= thresholds.minimumReferenceSize()
                    && rate.total() >= thresholds.minimumReferenceShare() * all;
            (large ? candidates : excluded).add(group);
        });
        List<String> notes = new ArrayList<>();
        if (candidates.isEmpty()) {
            String largest = rates.entrySet().stream()
                    .max(Comparator.comparingLong(entry -> entry.getValue().total()))
                    .orElseThrow()
                    .getKey();
            notes.add("no group has the " + thresholds.minimumReferenceSize()
                    + " outcomes that a reference needs; the largest, " + largest + ", stands in");
            return new ReferenceChoice(largest, true, notes);
        }
        String best = candidates.stream()
                .max(Comparator.comparingDouble(
                        group -> rates.getOrDefault(group, NONE).rate()))
                .orElseThrow();
        notes.add(best + " is the reference, because its favourable rate is the highest");
        if (!excluded.isEmpty()) {
            notes.add("too small to be the reference: " + String.join(", ", excluded));
        }
        return new ReferenceChoice(best, true, notes);
    }
}
