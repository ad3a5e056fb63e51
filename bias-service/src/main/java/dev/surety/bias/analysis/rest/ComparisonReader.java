package dev.surety.bias.analysis.rest;

import dev.surety.bias.BiasConfig;
import dev.surety.bias.analysis.Block;
import dev.surety.bias.analysis.BlockAnalyzer;
import dev.surety.bias.analysis.CountAnalyzer;
import dev.surety.bias.analysis.Estimand;
import dev.surety.bias.analysis.Outcome;
import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.Proportion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a comparison strictly: every value that is not allowed is named with its JSON pointer. */
final class ComparisonReader {
    private static final long MOST_OUTCOMES = 1_000_000_000_000L;
    private static final long MOST_PAIRS = 1_000_000_000L;
    private static final int LONGEST_NAME = 200;
    private static final Map<String, MultipleComparisons> CORRECTIONS = Map.of(
            "holm", MultipleComparisons.HOLM,
            "benjamini-hochberg", MultipleComparisons.BENJAMINI_HOCHBERG,
            "none", MultipleComparisons.NONE);
    private static final Map<String, Estimand> ESTIMANDS =
            Map.of("generalising", Estimand.GENERALISING, "fixed", Estimand.FIXED);

    private final BiasConfig config;
    private final GroupComparison request;
    private final Violations violations = new Violations();

    ComparisonReader(BiasConfig config, GroupComparison request) {
        this.config = config;
        this.request = request;
    }

    /** What to compute: exactly one of counts and pairs. */
    sealed interface Task {
        /** Independent groups. */
        record OfCounts(Map<String, Proportion> groups, Optional<String> reference, Settings settings)
                implements Task {}

        /** Paired groups. */
        record OfPairs(List<String> groups, List<Block> blocks, Optional<String> reference, Settings settings)
                implements Task {}
    }

    /** How to compute it. */
    record Settings(
            Thresholds thresholds, Set<String> gating, MultipleComparisons correction, Estimand estimand, long seed) {}

    Task read() {
        if ((request.counts() == null) == (request.pairs() == null)) {
            violations.add("", "exactly one of counts and pairs was expected");
        }
        violations.refuse();
        return request.counts() != null ? ofCounts(request.counts()) : ofPairs(Objects.requireNonNull(request.pairs()));
    }

    private Task ofCounts(List<GroupComparison.@Nullable GroupCount> counts) {
        Map<String, Proportion> groups = new LinkedHashMap<>();
        sizeOfGroups(counts, "/counts");
        violations.refuse();
        for (int i = 0; i < counts.size(); i++) {
            count(counts.get(i), "/counts/" + i, groups);
        }
        Optional<String> reference = reference(groups.keySet());
        Settings settings = settings(CountAnalyzer.METRICS, CountAnalyzer.METRICS);
        violations.refuse();
        return new Task.OfCounts(groups, reference, settings);
    }

    private void count(GroupComparison.@Nullable GroupCount count, String pointer, Map<String, Proportion> groups) {
        if (count == null) {
            violations.add(pointer, "an object with group, favourable and total was expected");
            return;
        }
        Optional<String> name = name(count.group(), pointer + "/group");
        Optional<Long> favourable = outcomes(count.favourable(), pointer + "/favourable");
        Optional<Long> total = outcomes(count.total(), pointer + "/total");
        if (favourable.isPresent() && total.isPresent() && favourable.get() > total.get()) {
            violations.add(pointer + "/favourable", "is above total, " + total.get());
        } else if (name.isPresent() && favourable.isPresent() && total.isPresent()) {
            if (groups.putIfAbsent(name.get(), new Proportion(favourable.get(), total.get())) != null) {
                violations.add(pointer + "/group", "appears twice");
            }
        }
    }

    private Optional<Long> outcomes(@Nullable Long value, String pointer) {
        if (value == null || value < 0 || value > MOST_OUTCOMES) {
            violations.add(pointer, "a whole number from 0 to " + MOST_OUTCOMES + " was expected");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Task ofPairs(GroupComparison.Pairs pairs) {
        List<@Nullable String> declared = Objects.requireNonNullElse(pairs.groups(), List.of());
        sizeOfGroups(declared, "/pairs/groups");
        Set<String> groups = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(declared.size(), config.analysis().maxGroups()); i++) {
            String pointer = "/pairs/groups/" + i;
            name(declared.get(i), pointer).filter(name -> !groups.add(name)).ifPresent(twice -> {
                violations.add(pointer, "appears twice");
            });
        }
        violations.refuse();
        List<Block> blocks = blocks(Objects.requireNonNullElse(pairs.blocks(), List.of()), groups);
        Optional<String> reference = reference(groups);
        Settings settings = settings(BlockAnalyzer.METRICS, Set.of(BlockAnalyzer.PAIRED_DIFFERENCE));
        violations.refuse();
        return new Task.OfPairs(List.copyOf(groups), blocks, reference, settings);
    }

    private List<Block> blocks(List<GroupComparison.@Nullable PairedBlock> rows, Set<String> groups) {
        if (rows.size() > config.analysis().maxBlocks()) {
            violations.add(
                    "/pairs/blocks",
                    "has " + rows.size() + " entries: at most "
                            + config.analysis().maxBlocks() + " are read; join equal ones with times");
            violations.refuse();
        }
        List<Block> blocks = new ArrayList<>(rows.size());
        Map<String, Set<String>> seen = new HashMap<>();
        long pairs = 0;
        for (int i = 0; i < rows.size(); i++) {
            Optional<Block> block = block(rows.get(i), "/pairs/blocks/" + i, groups, seen);
            if (block.isPresent()) {
                pairs += block.get().times();
                blocks.add(block.get());
            }
        }
        if (pairs > MOST_PAIRS) {
            violations.add("/pairs/blocks", "there are " + pairs + " pairs: at most " + MOST_PAIRS + " are analysed");
        }
        long templates = blocks.stream().map(Block::template).distinct().count();
        if (templates > config.analysis().maxTemplates()) {
            violations.add(
                    "/pairs/blocks",
                    "there are " + templates + " templates: at most "
                            + config.analysis().maxTemplates() + " are analysed");
        }
        return blocks;
    }

    private Optional<Block> block(
            GroupComparison.@Nullable PairedBlock row,
            String pointer,
            Set<String> groups,
            Map<String, Set<String>> seen) {
        if (row == null) {
            violations.add(pointer, "an object with template and outcomes was expected");
            return Optional.empty();
        }
        Optional<String> template = name(row.template(), pointer + "/template");
        long times = violations.whole(row.times(), 1, 1, MOST_PAIRS, pointer + "/times");
        if (template.isEmpty()) {
            return Optional.empty();
        }
        String block = row.block();
        if (block != null
                && !seen.computeIfAbsent(template.get(), name -> new HashSet<>())
                        .add(block)) {
            violations.add(pointer + "/block", "appears twice in template " + template.get());
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        if (row.outcomes() == null) {
            violations.add(pointer + "/outcomes", "an object with true, false or null by group was expected");
        } else {
            row.outcomes().forEach((group, favourable) -> {
                if (!groups.contains(group)) {
                    violations.add(pointer + "/outcomes", "names a group that is not declared in /pairs/groups");
                }
                outcomes.put(group, Outcome.of(favourable));
            });
        }
        return Optional.of(new Block(template.get(), outcomes, times));
    }

    private void sizeOfGroups(Collection<?> groups, String pointer) {
        int most = config.analysis().maxGroups();
        if (groups.size() < 2 || groups.size() > most) {
            violations.add(pointer, "has " + groups.size() + " groups: 2 to " + most + " were expected");
        }
    }

    private Optional<String> name(@Nullable String value, String pointer) {
        if (value == null || value.isBlank() || value.length() > LONGEST_NAME) {
            violations.add(pointer, "a text of 1 to " + LONGEST_NAME + " characters was expected");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<String> reference(Set<String> groups) {
        String reference = request.reference();
        if (reference != null && !groups.contains(reference)) {
            violations.add("/reference", "is not one of the groups");
        }
        return Optional.ofNullable(reference);
    }

    private Settings settings(Set<String> metrics, Set<String> gatingByDefault) {
        return new Settings(
                new ThresholdReader(config.threshold(), violations).read(request.thresholds()),
                gating(metrics, gatingByDefault),
                choice(request.correction(), CORRECTIONS, MultipleComparisons.HOLM, "/correction"),
                choice(request.estimand(), ESTIMANDS, Estimand.GENERALISING, "/estimand"),
                request.seed() == null ? 0 : request.seed());
    }

    private Set<String> gating(Set<String> metrics, Set<String> otherwise) {
        List<@Nullable String> given = request.gating();
        if (given == null) {
            return otherwise;
        }
        Set<String> gating = new LinkedHashSet<>();
        for (String metric : given) {
            if (metric == null || !metrics.contains(metric)) {
                violations.add("/gating", "metrics here: " + String.join(", ", new TreeSet<>(metrics)));
            } else {
                gating.add(metric);
            }
        }
        if (gating.isEmpty()) {
            violations.add("/gating", "names no metric: a verdict needs at least one");
        }
        return gating;
    }

    private <T> T choice(@Nullable String given, Map<String, T> choices, T otherwise, String pointer) {
        if (given == null) {
            return otherwise;
        }
        T chosen = choices.get(given);
        if (chosen == null) {
            violations.add(pointer, "one of " + String.join(", ", new TreeSet<>(choices.keySet())) + " was expected");
            return otherwise;
        }
        return chosen;
    }
}
