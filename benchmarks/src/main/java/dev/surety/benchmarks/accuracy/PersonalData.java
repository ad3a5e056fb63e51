package dev.surety.benchmarks.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.benchmarks.accuracy.Confusion.Counts;
import dev.surety.guardrail.evaluation.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Personal data in generated sentences (presidio-research). A finding counts when it and a labelled span of its type
 * share at least half of the longer of the two; resampling is by sentence template.
 */
final class PersonalData {
    private static final Map<String, Set<String>> FORMATS = Map.of(
            "CREDIT_CARD", Set.of("pii.card"),
            "IBAN_CODE", Set.of("pii.iban"),
            "US_SSN", Set.of("pii.us-ssn"),
            "EMAIL_ADDRESS", Set.of("pii.email"),
            "PHONE_NUMBER", Set.of("pii.phone"),
            "IP_ADDRESS", Set.of("pii.ip"));
    private static final Map<String, Set<String>> NAMES =
            Map.of("PERSON", Set.of("pii.person"), "ADDRESS", Set.of("pii.address"));

    private PersonalData() {}

    static List<Table> tables(Datasets data, Baseline baseline) {
        Table formats = new Table(
                "Personal data of a fixed format",
                "Generated sentences of presidio-research; 95 % intervals in brackets.",
                "type",
                "precision",
                "recall",
                "F2");
        Table names = new Table(
                "Names and addresses",
                "The same sentences. Without a model these stay weak: they are reported apart and have a rule apart.",
                "type",
                "precision",
                "recall",
                "F2");
        JsonNode rows = data.json("presidio_generated_large.json");
        fill(formats, rows, baseline, FORMATS, true);
        fill(names, rows, baseline, NAMES, false);
        return List.of(formats, names);
    }

    private static void fill(
            Table table, JsonNode rows, Baseline baseline, Map<String, Set<String>> types, boolean withTotal) {
        SequencedMap<String, SequencedMap<String, Counts>> byType = new LinkedHashMap<>();
        types.keySet().stream().sorted().forEach(type -> byType.put(type, new LinkedHashMap<>()));
        SequencedMap<String, Counts> all = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String group = row.path("template_id").asText();
            List<Finding> found =
                    Baseline.findings(baseline.question(row.path("full_text").asText()), "pii.");
            byType.forEach((type, groups) -> {
                Counts counts = compare(row, type, found, types);
                groups.merge(group, counts, Counts::plus);
                all.merge(group, counts, Counts::plus);
            });
        }
        byType.forEach((type, groups) -> table.row(cells(type, groups)));
        if (withTotal) {
            table.row(cells("**all**", all));
        }
    }

    private static String[] cells(String name, Map<String, Counts> groups) {
        Confusion confusion = new Confusion();
        groups.values().forEach(confusion::add);
        Counts total = confusion.total();
        return new String[] {name, total.precision().cell(), total.recall().cell(), confusion.f2Cell()};
    }

    private static Counts compare(JsonNode row, String type, List<Finding> found, Map<String, Set<String>> types) {
        List<Finding> ofType = new ArrayList<>(found.stream()
                .filter(finding -> types.getOrDefault(type, Set.of()).contains(finding.category()))
                .toList());
        int expected = 0;
        int met = 0;
        for (JsonNode span : row.path("spans")) {
            if (span.path("entity_type").asText().equals(type)) {
                expected++;
                int start = span.path("start_position").asInt();
                int end = span.path("end_position").asInt();
                List<Finding> meeting = ofType.stream()
                        .filter(finding -> meets(finding, start, end))
                        .toList();
                if (!meeting.isEmpty()) {
                    met++;
                    ofType.removeAll(meeting);
                }
            }
        }
        return new Counts(met, ofType.size(), expected - met, 0);
    }

    private static boolean meets(Finding finding, int start, int end) {
        int shared = Math.min(finding.end(), end) - Math.max(finding.start(), start);
        return 2 * shared >= Math.max(finding.end() - finding.start(), end - start);
    }
}
