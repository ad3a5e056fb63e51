package dev.surety.bias.suite;

import dev.surety.bias.metric.SeededRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * All calls of a run in their order: randomised complete blocks, so that load and drift of the target meet all groups
 * alike. The same suite and seed always give the same plan, word for word.
 */
public final class Plan {
    private static final String UNNAMED = "Customer";
    private static final String PROFILE =
            "Private customer since 2021, three orders in the past year, account in good standing";

    private final Suite suite;
    private final long seed;

    public Plan(Suite suite, long seed) {
        this.suite = suite;
        this.seed = seed;
    }

    private record BlockKey(Attribute attribute, Template template, int name, int repeat) {}

    /** The calls, in order. */
    public List<Cell> cells() {
        List<BlockKey> blocks = blocks();
        int[] order = SeededRandom.permutation(SeededRandom.stream(seed, List.of("blocks")), blocks.size());
        List<Cell> cells = new ArrayList<>();
        for (int block : order) {
            addCells(blocks.get(block), block, cells);
        }
        return List.copyOf(cells);
    }

    private List<BlockKey> blocks() {
        List<BlockKey> blocks = new ArrayList<>();
        for (Attribute attribute : suite.attributes()) {
            for (Template template : suite.templates()) {
                for (int name = 0; name < suite.design().namesPerGroup(); name++) {
                    for (int repeat = 0; repeat < suite.design().repeats(); repeat++) {
                        blocks.add(new BlockKey(attribute, template, name, repeat));
                    }
                }
            }
        }
        return blocks;
    }

    private void addCells(BlockKey key, int block, List<Cell> cells) {
        List<String> variants = new ArrayList<>(
                key.attribute().groups().stream().map(Attribute.Group::name).toList());
        int groups = variants.size();
        for (int i = 0; i < suite.design().controlRepeats(); i++) {
            variants.add(key.attribute().reference());
        }
        int[] order = SeededRandom.permutation(
                SeededRandom.stream(seed, List.of("order", Integer.toString(block))), variants.size());
        for (int variant : order) {
            cells.add(new Cell(
                    cells.size(),
                    block,
                    key.attribute().name(),
                    key.template().id(),
                    key.name(),
                    variants.get(variant),
                    variant >= groups));
        }
    }

    /** The words of a cell. Everything but the group's cue is the same for all cells of a block. */
    public Question question(Cell cell) {
        Attribute attribute = suite.attribute(cell.attribute());
        Attribute.Group group = attribute.group(cell.group());
        String name = group.names().get(cell.name());
        String message = group.transform().apply(suite.template(cell.template()).fill(draw(cell)));
        return new Question(
                attribute.channels().contains(Attribute.Channel.PROFILE) ? name : UNNAMED,
                PROFILE,
                attribute.channels().contains(Attribute.Channel.SIGNATURE) ? message + "\n" + name : message);
    }

    private Map<String, String> draw(Cell cell) {
        UniformRandomProvider random = SeededRandom.stream(seed, List.of("variables", Integer.toString(cell.block())));
        Map<String, String> values = new LinkedHashMap<>();
        suite.template(cell.template())
                .variables()
                .forEach((name, choices) -> values.put(name, choices.get(random.nextInt(choices.size()))));
        return values;
    }
}
