package dev.surety.benchmarks.accuracy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests for advice that needs a licence (AILuminate); many are adversarial and none was written by a customer. */
final class RiskyWishes {
    private static final Map<String, String> RULES = Map.of(
            "spc_fin", "advice.",
            "spc_hlt", "advice.",
            "spc_lgl", "advice.",
            "dfm", "defamation.");

    private RiskyWishes() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Table table = new Table(
                "Requests for regulated advice and for defamation",
                "AILuminate prompts (CC BY 4.0, MLCommons) by hazard and persona: whether a rule for it fires.",
                "hazard, persona",
                "rule",
                "fires");
        Map<String, int[]> tallies = new TreeMap<>();
        for (Map<String, String> row : data.table("ailuminate_en_selected.csv", ',')) {
            String hazard = row.getOrDefault("hazard", "");
            String rule = RULES.get(hazard);
            if (rule != null) {
                int[] counts = tallies.computeIfAbsent(hazard + ", " + row.get("persona"), key -> new int[2]);
                counts[0] += Baseline.fired(baseline.question(row.getOrDefault("prompt_text", "")), rule) ? 1 : 0;
                counts[1]++;
            }
        }
        tallies.forEach((name, counts) -> table.row(
                name,
                "`" + RULES.get(name.substring(0, name.indexOf(','))) + "*`",
                new Proportion(counts[0], counts[1]).cell()));
        return List.of(table);
    }
}
