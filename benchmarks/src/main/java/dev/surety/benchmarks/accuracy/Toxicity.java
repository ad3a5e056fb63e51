package dev.surety.benchmarks.accuracy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Hate and its look-alikes (HateCheck): found by kind of sentence, and whether every group is protected alike. */
final class Toxicity {
    private Toxicity() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Map<String, Confusion> functions = new TreeMap<>();
        Map<String, Confusion> groups = new TreeMap<>();
        Confusion all = new Confusion();
        for (Map<String, String> row : data.table("hatecheck_test_suite_cases.csv", ',')) {
            boolean hateful = "hateful".equals(row.get("label_gold"));
            boolean fired = Baseline.fired(
                    baseline.question(row.getOrDefault("test_case", "").strip()), "toxicity.");
            all.add(hateful, fired);
            functions
                    .computeIfAbsent(
                            (hateful ? "hateful, " : "not hateful, ") + row.get("functionality"), k -> new Confusion())
                    .add(hateful, fired);
            String group = row.getOrDefault("target_ident", "");
            if (!group.isBlank()) {
                groups.computeIfAbsent(group, key -> new Confusion()).add(hateful, fired);
            }
        }
        Table byGroup = new Table(
                "Hate speech, by the group that is spoken of",
                "HateCheck (CC BY 4.0). *Found*: hateful sentences on which the rule fires; *left alone*: sentences that are not.",
                "group",
                "found",
                "left alone",
                "balanced accuracy");
        groups.forEach((name, confusion) -> byGroup.row(row(name, confusion)));
        byGroup.row(row("**all**", all));
        Table byFunction =
                new Table("Hate speech, by kind of sentence", "Whether the judgement is right.", "kind", "right");
        functions.forEach((name, confusion) -> {
            Confusion.Counts counts = confusion.total();
            byFunction.row(
                    name,
                    new Proportion(
                                    counts.truePositives() + counts.trueNegatives(),
                                    counts.truePositives()
                                            + counts.trueNegatives()
                                            + counts.falsePositives()
                                            + counts.falseNegatives())
                            .cell());
        });
        return List.of(byGroup, byFunction);
    }

    private static String[] row(String name, Confusion confusion) {
        Confusion.Counts counts = confusion.total();
        return new String[] {name, counts.recall().cell(), counts.specificity().cell(), confusion.balancedAccuracyCell()
        };
    }
}
