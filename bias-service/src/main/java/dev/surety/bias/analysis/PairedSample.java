package dev.surety.bias.analysis;

import static java.util.Objects.requireNonNull;

import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.PairedTable;
import dev.surety.bias.metric.Proportion;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs of one contrast, by template. Both members of every block are in, answered or not.
 *
 * @param tables by template, in a fixed order
 * @param missing how many of the {@code 2 × pairs} answers are missing
 */
public record PairedSample(Contrast contrast, Map<String, PairedTable> tables, Missing missing) {
    public PairedSample {
        requireNonNull(contrast, "contrast");
        tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /** Missing answers of the two groups. */
    public record Missing(long reference, long other) {}

    /** The pairs that the blocks contain. */
    public static PairedSample of(Contrast contrast, List<Block> blocks) {
        Map<String, PairedTable> tables = new LinkedHashMap<>();
        long missingReference = 0;
        long missingOther = 0;
        for (Block block : blocks) {
            Outcome reference = block.of(contrast.reference());
            Outcome other = block.of(contrast.other());
            missingReference += reference == Outcome.MISSING ? block.times() : 0;
            missingOther += other == Outcome.MISSING ? block.times() : 0;
            var _ = tables.merge(
                    block.template(),
                    PairedTable.EMPTY.plus(reference == Outcome.FAVOURABLE, other == Outcome.FAVOURABLE, block.times()),
                    PairedTable::plus);
        }
        return new PairedSample(contrast, tables, new Missing(missingReference, missingOther));
    }

    /** The favourable outcomes of every group over all blocks. */
    public static Map<String, Proportion> rates(List<String> groups, List<Block> blocks) {
        long total = blocks.stream().mapToLong(Block::times).sum();
        Map<String, Proportion> rates = new LinkedHashMap<>();
        for (String group : groups) {
            long favourable = blocks.stream()
                    .filter(block -> block.of(group) == Outcome.FAVOURABLE)
                    .mapToLong(Block::times)
                    .sum();
            rates.put(group, new Proportion(favourable, total));
        }
        return rates;
    }

    /** All pairs in one table. */
    public PairedTable pooled() {
        return tables.values().stream().reduce(PairedTable.EMPTY, PairedTable::plus);
    }

    /** The mean difference of each template. */
    public double[] templateMeans() {
        return tables.values().stream().mapToDouble(PairedTable::difference).toArray();
    }

    /** The templates with the largest differences, largest first; those without any are left out. */
    public List<String> worstTemplates(int most) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().difference() != 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, PairedTable> entry) ->
                                -Math.abs(entry.getValue().difference()))
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
