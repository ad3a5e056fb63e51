package dev.surety.bias.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.RatioRule;
import dev.surety.bias.metric.VerdictRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Reads suite documents of the format {@code bias/v1}. */
public final class SuiteParser {
    private static final String FORMAT = "bias/v1";
    private static final int MOST_TEMPLATES = 500;
    private static final int MOST_GROUPS = 20;

    private final Diagnostics diagnostics = new Diagnostics();

    private SuiteParser() {}

    /**
     * The suite in {@code document}.
     *
     * @throws InvalidSuiteException naming line and column of everything that is wrong
     */
    public static Suite parse(String document) {
        return new SuiteParser().suite(document);
    }

    private Suite suite(String document) {
        Section root = Section.of(YamlReader.read(document), "", diagnostics);
        if (!root.text("apiVersion").equals(FORMAT)) {
            root.complain("apiVersion", FORMAT + " was expected");
        }
        if (!root.text("kind").equals("Suite")) {
            root.complain("kind", "Suite was expected");
        }
        Suite.Identity identity = identity(root.section("metadata"), document);
        Suite.Design design = design(root.section("design"));
        List<Attribute> attributes = attributes(root.section("attributes"), design);
        List<Template> templates = templates(root, design);
        List<SuiteOutcome> outcomes = outcomes(root.section("outcomes"));
        Suite.Rules rules = rules(root);
        List<SuiteMetric> metrics = metrics(root, outcomes, rules);
        root.close();
        diagnostics.refuse();
        return new Suite(identity, design, attributes, templates, outcomes, metrics, rules);
    }

    private static Suite.Identity identity(Section metadata, String document) {
        String id = metadata.text("id");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            metadata.complain("id", "lower-case letters, digits and hyphens were expected, at most 64");
        }
        Suite.Identity identity = new Suite.Identity(
                id,
                metadata.text("version"),
                metadata.optionalText("title").orElse(id),
                metadata.optionalText("locale").orElse("en"),
                digest(document));
        var _ = metadata.optionalText("license");
        metadata.close();
        return identity;
    }

    private static Suite.Design design(Section design) {
        Map<String, Tier> tiers =
                Map.of("smoke", Tier.SMOKE, "standard", Tier.STANDARD, "certify", Tier.CERTIFY, "custom", Tier.CUSTOM);
        Tier tier = design.choice("tier", tiers, Tier.CUSTOM);
        int names = Math.toIntExact(design.whole("namesPerGroup", tier.names(), 1, 100));
        if (names < tier.names()) {
            design.complain("namesPerGroup", "this tier needs at least " + tier.names());
        }
        var _ = design.choice("order", Map.of("randomized-blocks", true), true);
        Suite.Design result = new Suite.Design(
                tier,
                names,
                Math.toIntExact(design.whole("repeats", 1, 1, 20)),
                Math.toIntExact(design.whole("controlRepeats", 1, 0, 5)),
                design.whole("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE));
        design.close();
        return result;
    }

    private List<Attribute> attributes(Section section, Suite.Design design) {
        Map<String, Section> sections = section.sections();
        if (sections.isEmpty()) {
            section.complain("", "at least one attribute was expected");
        }
        return sections.entrySet().stream()
                .map(entry -> attribute(entry.getKey(), entry.getValue(), design))
                .toList();
    }

    private static Attribute attribute(String name, Section section, Suite.Design design) {
        List<String> shared = section.texts("names");
        Section groupSection = section.section("groups");
        List<Attribute.Group> groups = groupSection.sections().entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), shared, design))
                .toList();
        if (groups.size() < 2 || groups.size() > MOST_GROUPS) {
            section.complain("groups", "2 to " + MOST_GROUPS + " groups were expected");
        }
        String reference = section.text("reference");
        if (groups.stream().noneMatch(group -> group.name().equals(reference))) {
            section.complain("reference", "is not one of the groups");
        }
        Set<Attribute.Channel> channels = new LinkedHashSet<>();
        for (String channel : section.texts("channels")) {
            switch (channel) {
                case "signature" -> channels.add(Attribute.Channel.SIGNATURE);
                case "profile" -> channels.add(Attribute.Channel.PROFILE);
                default -> section.complain("channels", "is " + channel + ": signature or profile was expected");
            }
        }
        section.close();
        return new Attribute(name, reference, groups, channels);
    }

    private static Attribute.Group group(String name, Section section, List<String> shared, Suite.Design design) {
        List<String> names = section.has("names") ? section.texts("names") : shared;
        if (names.size() < design.namesPerGroup()) {
            section.complain(
                    "names", "has " + names.size() + " names: " + design.namesPerGroup() + " per group were expected");
        }
        Map<String, Transform> transforms = Map.of("none", Transform.NONE, "learner-en", Transform.LEARNER_EN);
        Transform transform = section.choice("transform", transforms, Transform.NONE);
        section.close();
        return new Attribute.Group(name, names, transform);
    }

    private static List<Template> templates(Section root, Suite.Design design) {
        List<Section> sections = root.sectionList("templates");
        int least = design.tier().templates();
        if (sections.size() < least || sections.size() > MOST_TEMPLATES) {
            root.complain(
                    "templates",
                    "has " + sections.size() + " templates: " + least + " to " + MOST_TEMPLATES
                            + " were expected in this tier");
        }
        Set<String> ids = new HashSet<>();
        List<Template> templates = new ArrayList<>();
        for (Section section : sections) {
            Template template = template(section);
            if (!ids.add(template.id())) {
                section.complain("id", "appears twice");
            }
            templates.add(template);
        }
        return templates;
    }

    private static Template template(Section section) {
        String message = section.text("message");
        Section variables = section.section("vars");
        Map<String, List<String>> values = variables.textLists();
        values.forEach((name, choices) -> {
            if (choices.isEmpty()) {
                variables.complain(name, "has no values");
            }
        });
        Matcher placeholders = Template.PLACEHOLDER.matcher(message);
        while (placeholders.find()) {
            if (!values.containsKey(placeholders.group(1))) {
                section.complain("message", "uses {{" + placeholders.group(1) + "}}, which is not in vars");
            }
        }
        Map<String, Template.Evidence> evidence =
                Map.of("clear", Template.Evidence.CLEAR, "ambiguous", Template.Evidence.AMBIGUOUS);
        var _ = section.choice("expect", Map.of("invariant", true), true);
        Template template = new Template(
                section.text("id"), section.choice("evidence", evidence, Template.Evidence.AMBIGUOUS), message, values);
        section.close();
        return template;
    }

    private static List<SuiteOutcome> outcomes(Section section) {
        Map<String, SuiteOutcome.Favour> favours = Map.of(
                "true", SuiteOutcome.Favour.FAVOURABLE,
                "false", SuiteOutcome.Favour.UNFAVOURABLE,
                "neutral", SuiteOutcome.Favour.NEUTRAL);
        List<SuiteOutcome> outcomes = new ArrayList<>();
        section.sections().forEach((name, outcome) -> {
            if (name.equals(SuiteOutcome.ANSWERED)) {
                section.complain(name, "is the name of the outcome that every suite has already");
            }
            outcomes.add(new SuiteOutcome(name, outcome.choice("favourable", favours, SuiteOutcome.Favour.NEUTRAL)));
            outcome.close();
        });
        return outcomes;
    }

    private static Suite.Rules rules(Section root) {
        Section correction = root.section("correction");
        var _ = correction.choice("gating", Map.of("holm", true), true);
        var _ = correction.choice("exploratory", Map.of("bh", true), true);
        double alpha = correction.decimal("alpha", 0.05, 0, 0.2);
        correction.close();
        Section gate = root.section("gate");
        double maximumErrorRate = gate.decimal("maxErrorRate", 0.05, 0, 1);
        gate.close();
        return new Suite.Rules(alpha, maximumErrorRate);
    }

    private static List<SuiteMetric> metrics(Section root, List<SuiteOutcome> outcomes, Suite.Rules rules) {
        Set<String> names = outcomes.stream().map(SuiteOutcome::name).collect(Collectors.toSet());
        names.add(SuiteOutcome.ANSWERED);
        Set<String> ids = new HashSet<>();
        List<SuiteMetric> metrics = new ArrayList<>();
        for (Section section : root.sectionList("metrics")) {
            String id = section.text("id");
            if (!ids.add(id)) {
                section.complain("id", "appears twice");
            }
            String outcome = section.text("outcome");
            if (!names.contains(outcome)) {
                section.complain(
                        "outcome", "is " + outcome + ": one of the suite's outcomes, or answered, was expected");
            }
            metrics.add(new SuiteMetric(id, outcome, section.flag("gating", false), rule(section, rules)));
            section.close();
        }
        if (metrics.stream().noneMatch(SuiteMetric::gating)) {
            root.complain("metrics", "at least one metric has to be gating");
        }
        return metrics;
    }

    private static VerdictRule rule(Section section, Suite.Rules rules) {
        Map<String, Boolean> types = Map.of("paired-decision", true, "impact-ratio", false);
        boolean difference = section.choice("type", types, true);
        return difference
                ? new DifferenceRule(
                        rules.alpha(),
                        section.decimal("failMargin", 0.05, 0, 1),
                        section.decimal("equivalence", 0.10, 0, 1))
                : new RatioRule(rules.alpha(), section.decimal("min", 0.80, 0, 1));
    }

    private static String digest(String document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
