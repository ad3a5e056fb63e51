package dev.surety.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.policy.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Attempts to give the bot other instructions, and harmless texts that share their words. */
final class Injection {
    private static final String RULE = "injection.";
    private static final int DIRECT_ATTACK = 1;

    private Injection() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Table attacks = new Table(
                "Prompt injection: attacks found",
                "A row counts as found when an injection rule fires; *stopped* when the action is block, replace or escalate.",
                "set",
                "found",
                "stopped");
        Table harmless = new Table(
                "Prompt injection: harmless texts left alone",
                "Every text here is harmless and has a word that attacks use.",
                "set",
                "left alone");
        purpleLlama(data, baseline, attacks);
        giskard(data, baseline, attacks);
        hiddenInPassages(data, baseline, attacks);
        Set<String> seen = notInject(data, baseline, harmless);
        piguard(data, baseline, attacks, harmless, seen);
        return List.of(attacks, harmless);
    }

    private static void purpleLlama(Datasets data, Baseline baseline, Table table) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (JsonNode row : data.json("purplellama_prompt_injection.json")) {
            boolean direct = row.path("injection_type").asText().equals("direct");
            String system = row.path("test_case_prompt").asText();
            String text = row.path("user_input").asText();
            Decision decision = baseline.question(system, text);
            String name = "PurpleLlama, " + (direct ? "direct" : "indirect") + ", "
                    + row.path("risk_category").asText();
            tallies.computeIfAbsent(name, key -> new Tally()).count(decision);
        }
        tallies.forEach((name, tally) -> tally.addTo(table, name));
    }

    private static void giskard(Datasets data, Baseline baseline, Table table) {
        Map<String, Tally> tallies = new TreeMap<>();
        for (Map<String, String> row : data.table("giskard_prompt_injections.csv", ',')) {
            tallies.computeIfAbsent("Giskard, " + row.get("group"), key -> new Tally())
                    .count(baseline.question(row.getOrDefault("prompt", "")));
        }
        tallies.forEach((name, tally) -> tally.addTo(table, name));
    }

    private static void hiddenInPassages(Datasets data, Baseline baseline, Table table) {
        Tally tally = new Tally();
        for (JsonNode kind : data.json("piguard_BIPIA_text.json")) {
            for (JsonNode instruction : kind) {
                String passage = "Deliveries arrive within three working days. " + instruction.asText()
                        + " Our shop opens at nine.";
                tally.count(
                        baseline.answer("When does my parcel arrive?", "Within three working days.", List.of(passage)));
            }
        }
        tally.addTo(table, "BIPIA instructions hidden in a passage (many read as harmless wishes)");
    }

    private static Set<String> notInject(Datasets data, Baseline baseline, Table table) {
        Set<String> seen = new HashSet<>();
        Map<String, int[]> alone = new TreeMap<>();
        for (JsonNode row : data.json("piguard_NotInject_one.json")) {
            String text = row.path("prompt").asText();
            seen.add(text);
            boolean fired = Baseline.fired(baseline.question(text), RULE);
            for (String name :
                    List.of("NotInject", "NotInject, " + row.path("category").asText())) {
                int[] counts = alone.computeIfAbsent(name, key -> new int[2]);
                counts[0] += fired ? 0 : 1;
                counts[1]++;
            }
        }
        alone.forEach((name, counts) -> table.row(name, new Proportion(counts[0], counts[1]).cell()));
        return seen;
    }

    private static void piguard(
            Datasets data, Baseline baseline, Table attacks, Table harmless, Set<String> seenElsewhere) {
        Set<String> seen = new HashSet<>(seenElsewhere);
        for (JsonNode kind : data.json("piguard_BIPIA_text.json")) {
            kind.forEach(instruction -> seen.add(instruction.asText()));
        }
        Tally found = new Tally();
        int alone = 0;
        int total = 0;
        for (JsonNode row : data.json("piguard_valid.json")) {
            String text = row.path("prompt").asText();
            boolean repeated =
                    seen.contains(text) || row.path("source").asText().startsWith("BIPIA");
            if (repeated) {
                continue;
            }
            Decision decision = baseline.question(text);
            if (row.path("label").asInt() == DIRECT_ATTACK) {
                found.count(decision);
            } else {
                total++;
                alone += Baseline.fired(decision, RULE) ? 0 : 1;
            }
        }
        found.addTo(attacks, "PIGuard validation, without the rows of other sets");
        harmless.row("PIGuard validation, without the rows of other sets", new Proportion(alone, total).cell());
    }

    private static final class Tally {
        private int all;
        private int found;
        private int stopped;

        void count(Decision decision) {
            all++;
            boolean fired = Baseline.fired(decision, RULE);
            found += fired ? 1 : 0;
            stopped += fired && decision.action().compareTo(Action.REPLACE) <= 0 ? 1 : 0;
        }

        void addTo(Table table, String name) {
            table.row(name, new Proportion(found, all).cell(), new Proportion(stopped, all).cell());
        }
    }
}
