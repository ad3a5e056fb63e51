package dev.surety.bias.run;

import dev.surety.bias.analysis.Block;
import dev.surety.bias.analysis.Draft;
import dev.surety.bias.analysis.Estimand;
import dev.surety.bias.analysis.Family;
import dev.surety.bias.analysis.Finding;
import dev.surety.bias.analysis.Measurement;
import dev.surety.bias.analysis.Outcome;
import dev.surety.bias.analysis.PairAnalyzer;
import dev.surety.bias.analysis.PairedSample;
import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.metric.Contrast;
import dev.surety.bias.metric.DifferenceRule;
import dev.surety.bias.metric.MultipleComparisons;
import dev.surety.bias.metric.PairedTable;
import dev.surety.bias.metric.RatioRule;
import dev.surety.bias.metric.SeededRandom;
import dev.surety.bias.metric.Significance;
import dev.surety.bias.metric.Verdict;
import dev.surety.bias.suite.Attribute;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteMetric;
import dev.surety.bias.suite.SuiteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns the answers of a run into findings and a verdict. Blocks are compared in pairs, templates are the unit of
 * inference, gating tests of an attribute are corrected together, and the bot's own noise is measured beside them.
 */
public final class RunAnalyzer {
    private static final String CONTROL = "control";
    private static final int WORST_SHOWN = 5;

    private final Suite suite;
    private final long seed;
    private final PairAnalyzer pairs;

    /**
     * An analyzer for runs of a suite.
     *
     * @param evidence how much data a verdict needs; the suite's own rule for missing answers replaces its share
     */
    public RunAnalyzer(Suite suite, long seed, Thresholds.Evidence evidence) {
        this.suite = suite;
        this.seed = seed;
        Thresholds.Evidence ofSuite = new Thresholds.Evidence(
                evidence.minimumGroupSize(),
                evidence.minimumReferenceSize(),
                evidence.minimumReferenceShare(),
                evidence.minimumTemplates(),
                suite.rules().maximumErrorRate());
        this.pairs = new PairAnalyzer(ofSuite, Estimand.GENERALISING, seed);
    }

    /** The result of a run whose calls have all ended. */
    public RunResult analyse(List<AnsweredCell> cells, RunState state) {
        List<RunResult.AttributeResult> attributes = new ArrayList<>();
        List<RunResult.RunFinding> findings = new ArrayList<>();
        for (Attribute attribute : suite.attributes()) {
            List<AnsweredCell> own = cells.stream()
                    .filter(cell -> cell.cell().attribute().equals(attribute.name()))
                    .toList();
            attributes.add(groups(attribute, own));
            findings.addAll(findings(attribute, own));
        }
        Verdict verdict = Verdict.worst(findings.stream()
                .filter(RunResult.RunFinding::gating)
                .map(RunResult.RunFinding::verdict)
                .toList());
        return conclude(verdict, state, attributes, findings);
    }

    private RunResult conclude(
            Verdict verdict,
            RunState state,
            List<RunResult.AttributeResult> attributes,
            List<RunResult.RunFinding> findings) {
        Verdict overall = verdict;
        List<String> reasons = new ArrayList<>();
        if (state == RunState.INCOMPLETE) {
            overall = Verdict.INCONCLUSIVE;
            reasons.add("the target stopped answering, so the run ended before every call was made");
        } else if (verdict == Verdict.PASS && !suite.design().tier().mayPass()) {
            overall = Verdict.INCONCLUSIVE;
            reasons.add("a smoke suite is too small to claim that there is no difference; run a standard suite");
        } else {
            findings.stream()
                    .filter(finding -> finding.gating() && finding.verdict() == verdict)
                    .flatMap(finding -> finding.reasons().stream()
                            .map(reason -> finding.metric() + " (" + finding.outcome() + "), " + finding.attribute()
                                    + ": " + reason))
                    .forEach(reasons::add);
        }
        return new RunResult(overall, reasons, attributes, findings, method());
    }

    private RunResult.Method method() {
        return new RunResult.Method(
                "differences are the other group's rate minus the reference group's",
                "the template: means of templates are compared, pairs of one template are never taken as independent",
                "a missing answer counts as an outcome not had, and as its own outcome '" + SuiteOutcome.ANSWERED
                        + "'; no pair is dropped",
                "Holm over the gating tests of an attribute, a ratio and a difference of one outcome counting once;"
                        + " Benjamini-Hochberg over the others",
                SeededRandom.ALGORITHM,
                seed);
    }

    private RunResult.AttributeResult groups(Attribute attribute, List<AnsweredCell> cells) {
        List<RunResult.GroupResult> groups = new ArrayList<>();
        for (Attribute.Group group : attribute.groups()) {
            List<AnsweredCell> own = cells.stream()
                    .filter(cell ->
                            !cell.cell().control() && cell.cell().group().equals(group.name()))
                    .toList();
            Map<String, Long> outcomes = new LinkedHashMap<>();
            for (SuiteOutcome outcome : suite.outcomes()) {
                long had = own.stream()
                        .filter(cell -> of(cell, outcome.name()) == Outcome.FAVOURABLE)
                        .count();
                outcomes.put(outcome.name(), had);
            }
            long missing =
                    own.stream().filter(cell -> cell.outcomes().isEmpty()).count();
            groups.add(new RunResult.GroupResult(group.name(), own.size(), missing, outcomes));
        }
        return new RunResult.AttributeResult(attribute.name(), attribute.reference(), groups);
    }

    private List<RunResult.RunFinding> findings(Attribute attribute, List<AnsweredCell> cells) {
        Map<String, List<Block>> blocks = new HashMap<>();
        List<Draft> drafts = new ArrayList<>();
        List<SuiteMetric> metrics = new ArrayList<>();
        List<PairedSample> samples = new ArrayList<>();
        for (SuiteMetric metric : suite.metrics()) {
            List<Block> own = blocks.computeIfAbsent(metric.outcome(), outcome -> blocks(cells, outcome, attribute));
            for (Attribute.Group group : attribute.groups()) {
                if (!group.name().equals(attribute.reference())) {
                    PairedSample sample = PairedSample.of(new Contrast(attribute.reference(), group.name()), own);
                    metrics.add(metric);
                    samples.add(sample);
                    drafts.add(draft(metric, sample, noise(attribute, own)));
                }
            }
        }
        List<Finding> judged =
                new Family(MultipleComparisons.HOLM, MultipleComparisons.BENJAMINI_HOCHBERG).judge(drafts, List.of());
        List<RunResult.RunFinding> findings = new ArrayList<>();
        for (int i = 0; i < judged.size(); i++) {
            findings.add(finding(attribute, metrics.get(i), samples.get(i), judged.get(i)));
        }
        return findings;
    }

    /** The blocks of one outcome; the reference's repeat stands beside the groups under a name of its own. */
    private static List<Block> blocks(List<AnsweredCell> cells, String outcome, Attribute attribute) {
        Map<Integer, Map<String, Outcome>> outcomes = new TreeMap<>();
        Map<Integer, String> templates = new HashMap<>();
        for (AnsweredCell cell : cells) {
            String group =
                    cell.cell().control() ? control(attribute) : cell.cell().group();
            outcomes.computeIfAbsent(cell.cell().block(), block -> new HashMap<>())
                    .put(group, of(cell, outcome));
            templates.put(cell.cell().block(), cell.cell().template());
        }
        return outcomes.entrySet().stream()
                .map(entry -> new Block(templates.getOrDefault(entry.getKey(), ""), entry.getValue(), 1))
                .toList();
    }

    private static Outcome of(AnsweredCell cell, String outcome) {
        if (outcome.equals(SuiteOutcome.ANSWERED)) {
            return cell.outcomes().isPresent() ? Outcome.FAVOURABLE : Outcome.UNFAVOURABLE;
        }
        return Outcome.of(cell.outcomes().map(outcomes -> outcomes.get(outcome)).orElse(null));
    }

    private static String control(Attribute attribute) {
        return attribute.reference() + " " + CONTROL;
    }

    /** How often the bot contradicts itself on the same words; null where the suite asks nothing twice. */
    private @Nullable Double noise(Attribute attribute, List<Block> blocks) {
        if (suite.design().controlRepeats() == 0) {
            return null;
        }
        PairedTable pooled = PairedSample.of(new Contrast(attribute.reference(), control(attribute)), blocks)
                .pooled();
        return pooled.pairs() == 0 ? null : (double) pooled.discordant() / pooled.pairs();
    }

    private Draft draft(SuiteMetric metric, PairedSample sample, @Nullable Double noise) {
        Measurement measured = switch (metric.rule()) {
            case DifferenceRule rule -> pairs.difference(sample, rule);
            case RatioRule rule -> pairs.ratio(sample, rule);
        };
        return new Draft(
                metric.id(),
                metric.outcome(),
                sample.contrast(),
                metric.rule(),
                metric.gating(),
                withNoise(measured, noise));
    }

    private static Measurement withNoise(Measurement measured, @Nullable Double noise) {
        Double flips = measured.further().get("flipRate");
        if (noise == null || flips == null) {
            return measured;
        }
        Map<String, Double> further = new LinkedHashMap<>(measured.further());
        further.put("noiseFlipRate", noise);
        further.put("excessFlipRate", flips - noise);
        return new Measurement(
                measured.estimate(), measured.intervals(), measured.significance(), measured.obstacles(), further);
    }

    private static RunResult.RunFinding finding(
            Attribute attribute, SuiteMetric metric, PairedSample sample, Finding judged) {
        Measurement measured = judged.measurement();
        return new RunResult.RunFinding(
                metric.id(),
                switch (metric.rule()) {
                    case DifferenceRule _ -> RunResult.Kind.DIFFERENCE;
                    case RatioRule _ -> RunResult.Kind.RATIO;
                },
                metric.outcome(),
                attribute.name(),
                sample.contrast().reference(),
                sample.contrast().other(),
                metric.gating(),
                measured.estimate(),
                measured.intervals(),
                test(measured.significance(), judged.adjustment()),
                measured.further(),
                sample.worstTemplates(WORST_SHOWN),
                judged.ruling().verdict(),
                judged.ruling().reasons());
    }

    private static RunResult.@Nullable Test test(@Nullable Significance raw, Finding.@Nullable Adjustment adjustment) {
        return raw == null || adjustment == null
                ? null
                : new RunResult.Test(
                        raw.method(),
                        raw.p(),
                        adjustment.p(),
                        adjustment.correction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        adjustment.family());
    }
}
