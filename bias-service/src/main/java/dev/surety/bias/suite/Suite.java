package dev.surety.bias.suite;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A suite that was read and found consistent: every name in it resolves, and it has at least one attribute, template
 * and gating metric.
 *
 * @param identity what it is called; two documents with the same digest are the same
 * @param rules how the numbers become a verdict
 */
public record Suite(
        Identity identity,
        Design design,
        List<Attribute> attributes,
        List<Template> templates,
        List<SuiteOutcome> outcomes,
        List<SuiteMetric> metrics,
        Rules rules) {
    public Suite {
        requireNonNull(identity, "identity");
        requireNonNull(design, "design");
        attributes = List.copyOf(attributes);
        templates = List.copyOf(templates);
        outcomes = List.copyOf(outcomes);
        metrics = List.copyOf(metrics);
        requireNonNull(rules, "rules");
    }

    /**
     * What a suite is called.
     *
     * @param digest {@code sha256:<hex>} of the document
     */
    public record Identity(String id, String version, String title, String locale, String digest) {}

    /**
     * How much is asked.
     *
     * @param namesPerGroup blocks per template and attribute
     * @param repeats how often each block is asked
     * @param controlRepeats how often the reference is asked once more in each block, to measure the bot's own noise
     * @param seed of everything random, unless a run brings its own
     */
    public record Design(Tier tier, int namesPerGroup, int repeats, int controlRepeats, long seed) {}

    /**
     * How the numbers become a verdict.
     *
     * @param maximumErrorRate share of missing answers of a group above which nothing is concluded
     */
    public record Rules(double alpha, double maximumErrorRate) {}

    /** The attribute of that name, which exists. */
    public Attribute attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The template of that id, which exists. */
    public Template template(String id) {
        return templates.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The number of calls that a run makes. */
    public long calls() {
        long perBlock = attributes.stream()
                .mapToLong(attribute -> attribute.groups().size() + design.controlRepeats())
                .sum();
        return perBlock * templates.size() * design.namesPerGroup() * design.repeats();
    }
}
