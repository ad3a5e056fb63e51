package dev.surety.benchmarks.accuracy;

import dev.surety.guardrail.decision.Decision;
import java.util.List;
import java.util.Map;

/** Answers beside the passage that they should rest on. */
final class Grounding {
    private Grounding() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Confusion unfounded = new Confusion();
        for (Map<String, String> row : data.table("begin_dev_wow.tsv", '\t')) {
            boolean positive = !"Fully attributable".equals(row.get("begin_label"));
            Decision decision = baseline.answer(
                    row.getOrDefault("message", ""),
                    row.getOrDefault("response", ""),
                    List.of(row.getOrDefault("knowledge", "")));
            unfounded.add(positive, Baseline.fired(decision, "grounding."));
        }
        Confusion.Counts counts = unfounded.total();
        Table begin = new Table(
                "Answers that their passage does not carry",
                "BEGIN, Wizard of Wikipedia (CC BY 4.0): machine-written replies about trivia. A reply counts as unfounded when it"
                        + " is labelled not fully attributable, and as found when a grounding rule fires.",
                "found",
                "left alone",
                "balanced accuracy");
        begin.row(counts.recall().cell(), counts.specificity().cell(), unfounded.balancedAccuracyCell());
        return List.of(begin, swaps(data, baseline));
    }

    private static Table swaps(Datasets data, Baseline baseline) {
        Table table = new Table(
                "Answers that contradict a rule of the house",
                "Sentences of the τ-bench policies (MIT) with one thing changed, beside the paragraph that they come from;"
                        + " *unchanged* sentences must not be called contradicted.",
                "change",
                "sentences",
                "called contradicted",
                "called contradicted or unsupported");
        for (String kind : RuleSwap.KINDS) {
            Confusion contradicted = new Confusion();
            Confusion doubted = new Confusion();
            for (String file : List.of("taubench_airline_wiki.md", "taubench_retail_wiki.md")) {
                for (RuleSwap swap : RuleSwap.of(data.text(file), kind)) {
                    Decision decision = baseline.answer("What are the rules?", swap.answer(), List.of(swap.passage()));
                    contradicted.add(true, Baseline.fired(decision, "grounding.contradicted"));
                    doubted.add(true, Baseline.fired(decision, "grounding."));
                }
            }
            Proportion found = contradicted.total().recall();
            table.row(
                    kind,
                    String.valueOf(found.trials()),
                    found.cell(),
                    doubted.total().recall().cell());
        }
        return table;
    }
}
