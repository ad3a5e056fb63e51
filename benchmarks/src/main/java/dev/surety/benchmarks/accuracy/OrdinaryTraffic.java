package dev.surety.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.policy.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What ordinary customers write and ordinary bots answer, which should pass: the false alarms of every rule. */
final class OrdinaryTraffic {
    /** Customers who ask for a person or complain are handed over on purpose, and are counted elsewhere. */
    private static final Set<String> HANDED_OVER =
            Set.of("contact_human_agent", "contact_customer_service", "complaint");

    private static final List<String> DOMAINS = List.of("insurance", "finance", "airline", "media", "software");

    private OrdinaryTraffic() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Table blocked = new Table(
                "Ordinary customers: what is kept from them",
                "Share of harmless texts. *Blocked* is block or replace; *handed over* is escalate.",
                "set",
                "blocked",
                "handed over");
        Table alarms = new Table(
                "Ordinary customers: rules that fire",
                "Share of harmless texts on which a rule of that name asks for anything at all.",
                "set",
                "injection",
                "advice",
                "complaint",
                "distress",
                "toxicity");
        List<Sample> samples = new ArrayList<>();
        samples.add(new Sample("banking77 questions", banking(data, baseline)));
        samples.add(new Sample("Bitext requests", bitext(data, baseline)));
        for (String domain : DOMAINS) {
            samples.add(new Sample("MultiDoGO " + domain + " turns", multiDogo(data, baseline, domain)));
        }
        samples.add(new Sample("Bitext answers", answers(data, baseline)));
        for (Sample sample : samples) {
            blocked.row(
                    sample.name(),
                    sample.share(
                            decision -> Set.of(Action.BLOCK, Action.REPLACE).contains(decision.action())),
                    sample.share(decision -> decision.action() == Action.ESCALATE));
            alarms.row(
                    sample.name(),
                    sample.alarms("injection."),
                    sample.alarms("advice."),
                    sample.alarms("complaint."),
                    sample.alarms("distress."),
                    sample.alarms("toxicity."));
        }
        return List.of(blocked, alarms, people(data, baseline));
    }

    private static List<Decision> banking(Datasets data, Baseline baseline) {
        return data.table("banking77_train.csv", ',').stream()
                .map(row -> baseline.question(row.getOrDefault("text", "")))
                .toList();
    }

    private static List<Decision> bitext(Datasets data, Baseline baseline) {
        return data.table("bitext_intent_train.csv", ',').stream()
                .filter(row -> !HANDED_OVER.contains(row.getOrDefault("intent", "")))
                .map(row -> baseline.question(row.getOrDefault("utterance", "")))
                .toList();
    }

    private static List<Decision> multiDogo(Datasets data, Baseline baseline, String domain) {
        return data.table("multidogo_" + domain + "_dev.tsv", '\t').stream()
                .map(row -> row.getOrDefault("utterance", ""))
                .filter(text -> !text.isBlank())
                .map(baseline::question)
                .toList();
    }

    private static List<Decision> answers(Datasets data, Baseline baseline) {
        List<Decision> decisions = new ArrayList<>();
        for (JsonNode row : data.jsonLines("bitext_qa_sample_300.jsonl")) {
            decisions.add(baseline.answer(
                    row.path("input_text").asText(), row.path("output_text").asText(), List.of()));
        }
        return decisions;
    }

    /** Customers who should reach a person, and whether they do. */
    private static Table people(Datasets data, Baseline baseline) {
        Table table = new Table(
                "Customers who ask for a person or complain",
                "Bitext requests of that intent.",
                "intent",
                "rule fires");
        List<Map<String, String>> rows = data.table("bitext_intent_train.csv", ',');
        for (String intent : new TreeSet<>(HANDED_OVER)) {
            List<Decision> decisions = rows.stream()
                    .filter(row -> intent.equals(row.get("intent")))
                    .map(row -> baseline.question(row.getOrDefault("utterance", "")))
                    .toList();
            String rule = intent.equals("complaint") ? "complaint." : "handover.";
            table.row("`" + intent + "`, rule `" + rule + "*`", new Sample(intent, decisions).alarms(rule));
        }
        return table;
    }

    private record Sample(String name, List<Decision> decisions) {
        String share(Predicate<Decision> what) {
            return new Proportion((int) decisions.stream().filter(what).count(), decisions.size()).cell();
        }

        String alarms(String rule) {
            return share(decision -> Baseline.fired(decision, rule));
        }
    }
}
