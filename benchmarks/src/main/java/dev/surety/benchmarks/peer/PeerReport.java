package dev.surety.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.surety.benchmarks.BaselineDecisions;
import dev.surety.benchmarks.accuracy.Baseline;
import dev.surety.benchmarks.accuracy.Datasets;
import dev.surety.benchmarks.accuracy.Proportion;
import dev.surety.benchmarks.load.Latencies;
import dev.surety.guardrail.decision.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Judges the same texts with our evaluator, restricted to injection and personal data, and with hai-guardrails 1.11.1
 * (MIT, npm): {@code PeerReport <data folder> <folder of the peer>}. Both run in this one run, one after the other for
 * each text, after a warm-up; of each set at most 150 texts, evenly spread, because the peer takes its time.
 */
public final class PeerReport {
    private static final int MOST_PER_SET = 150;

    private static final int WARM_UP = 20;
    private static final int REPETITIONS = 50;

    private PeerReport() {}

    public static void main(String[] arguments) throws IOException {
        Datasets data = new Datasets(Path.of(arguments[0]));
        List<Sample> sets = List.of(
                new Sample(
                        "Giskard attacks",
                        Kind.INJECTION,
                        true,
                        column(data, "giskard_prompt_injections.csv", "prompt")),
                new Sample("PIGuard attacks", Kind.INJECTION, true, piguard(data)),
                new Sample(
                        "NotInject, harmless",
                        Kind.INJECTION,
                        false,
                        field(data, "piguard_NotInject_one.json", "prompt")),
                new Sample("banking77, harmless", Kind.INJECTION, false, column(data, "banking77_train.csv", "text")),
                new Sample(
                        "presidio sentences with a card, IBAN, e-mail, phone, IP or SSN",
                        Kind.PERSONAL_DATA,
                        true,
                        personal(data, true)),
                new Sample(
                        "presidio sentences with no personal data", Kind.PERSONAL_DATA, false, personal(data, false)));
        BaselineDecisions ours = BaselineDecisions.under(TwoChecks.POLICY);
        try (Peer peer = new Peer(Path.of(arguments[1]))) {
            for (Sample set : sets) {
                for (String text : set.texts().subList(0, WARM_UP)) {
                    for (int i = 0; i < REPETITIONS; i++) {
                        ours(ours, text);
                    }
                    peer.judge(text);
                }
            }
            System.out.println(
                    "| texts | expected | Surety right | peer right | Surety p50 / p99 ms | peer p50 / p99 ms |");
            System.out.println("| --- | --- | --- | --- | --- | --- |");
            judge(sets, ours, peer).forEach(System.out::println);
        }
    }

    private static List<String> judge(List<Sample> sets, BaselineDecisions ours, Peer peer) throws IOException {
        List<String> rows = new ArrayList<>();
        for (Sample set : sets) {
            Side surety = new Side();
            Side other = new Side();
            for (String text : sample(set.texts())) {
                surety.count(set, ours(ours, text));
                other.count(set, peer.judge(text));
            }
            rows.add("| %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            set.name(),
                            set.expected() ? "found" : "left alone",
                            surety.right(),
                            other.right(),
                            surety.times(),
                            other.times()));
        }
        return rows;
    }

    private static Verdict ours(BaselineDecisions ours, String text) {
        long started = System.nanoTime();
        Decision decision = ours.decide(Baseline.customerSays(text));
        long nanos = System.nanoTime() - started;
        return new Verdict(nanos, Baseline.fired(decision, "injection"), Baseline.fired(decision, "pii"));
    }

    private static List<String> column(Datasets data, String file, String name) {
        return data.table(file, ',').stream()
                .map(row -> row.getOrDefault(name, ""))
                .toList();
    }

    private static List<String> field(Datasets data, String file, String name) {
        List<String> texts = new ArrayList<>();
        data.json(file).forEach(row -> texts.add(row.path(name).asText()));
        return texts;
    }

    private static List<String> piguard(Datasets data) {
        List<String> texts = new ArrayList<>();
        for (JsonNode row : data.json("piguard_valid.json")) {
            if (row.path("label").asInt() == 1) {
                texts.add(row.path("prompt").asText());
            }
        }
        return texts;
    }

    private static List<String> sample(List<String> texts) {
        int step = Math.max(1, texts.size() / MOST_PER_SET);
        List<String> sample = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += step) {
            sample.add(texts.get(i));
        }
        return sample;
    }

    private static List<String> personal(Datasets data, boolean present) {
        Collection<String> types =
                List.of("CREDIT_CARD", "IBAN_CODE", "US_SSN", "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS");
        List<String> texts = new ArrayList<>();
        for (JsonNode row : data.json("presidio_generated_large.json")) {
            List<String> labels = row.path("spans").findValuesAsText("entity_type");
            boolean matches = present ? labels.stream().anyMatch(types::contains) : labels.isEmpty();
            if (matches) {
                texts.add(row.path("full_text").asText());
            }
        }
        return texts;
    }

    private enum Kind {
        INJECTION,
        PERSONAL_DATA
    }

    /** Texts that are all of one kind. */
    private record Sample(String name, Kind kind, boolean expected, List<String> texts) {
        boolean right(Verdict verdict) {
            return expected
                    == switch (kind) {
                        case INJECTION -> verdict.injection();
                        case PERSONAL_DATA -> verdict.personalData();
                    };
        }
    }

    private static final class Side {
        private final List<Long> nanos = new ArrayList<>();
        private int right;

        void count(Sample set, Verdict verdict) {
            nanos.add(verdict.nanos());
            right += set.right(verdict) ? 1 : 0;
        }

        String right() {
            return new Proportion(right, nanos.size()).cell();
        }

        String times() {
            Latencies latencies =
                    Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
            return latencies.milliseconds(0.50) + " / " + latencies.milliseconds(0.99);
        }
    }
}
