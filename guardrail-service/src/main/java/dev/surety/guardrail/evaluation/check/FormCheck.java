package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.answer.Gsm;
import dev.surety.guardrail.evaluation.check.answer.Markings;
import dev.surety.guardrail.evaluation.check.answer.Markings.Kind;
import dev.surety.guardrail.evaluation.check.answer.Markings.Marking;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The form of an answer: markup, addresses and pictographs that a voice or a text message cannot carry, places of a
 * template that were never filled in, how many text messages it takes, whether it opens and closes as a letter does,
 * and whether the bot says that it is a machine, or claims to be none. Which of it matters on which channel is the
 * policy's to say. At stage input there is no answer and nothing is found.
 */
public final class FormCheck implements Check {
    private static final int MARKED = 500;

    private final PhraseRules self =
            PhraseRules.load(List.of("form/en/self.phrases", "form/de/self.phrases", "form/fr/self.phrases"));

    @Override
    public String name() {
        return "form";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.ENGLISH_GERMAN_FRENCH;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "markup", ValueType.INTEGER,
                "urls", ValueType.INTEGER,
                "emoji", ValueType.INTEGER,
                "placeholders", ValueType.INTEGER,
                "smsSegments", ValueType.INTEGER,
                "greeting", ValueType.FLAG,
                "closing", ValueType.FLAG,
                "discloses", ValueType.FLAG,
                "denies", ValueType.FLAG);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        String text = exchange.stage() == Stage.OUTPUT ? exchange.subject() : "";
        List<Marking> markings = Markings.of(text);
        List<PhraseHit> hits = self.match(Words.of(text));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("markup", count(markings, Kind.MARKDOWN) + count(markings, Kind.HTML));
        values.put("urls", count(markings, Kind.URL));
        values.put("emoji", count(markings, Kind.EMOJI));
        values.put("placeholders", count(markings, Kind.PLACEHOLDER));
        values.put("smsSegments", (long) Gsm.segments(text));
        values.put("greeting", says(hits, "greeting"));
        values.put("closing", says(hits, "closing"));
        values.put("discloses", says(hits, "discloses"));
        values.put("denies", says(hits, "denial"));
        List<Finding> findings = findings(markings, hits);
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0), findings, values);
    }

    private List<Finding> findings(List<Marking> markings, List<PhraseHit> hits) {
        List<Finding> findings = new ArrayList<>();
        for (Marking marking : markings) {
            findings.add(finding(
                    marking.kind().name().toLowerCase(Locale.ROOT),
                    marking.start(),
                    marking.end(),
                    marking.kind() == Kind.PLACEHOLDER ? PerMille.ONE : MARKED));
        }
        for (PhraseHit hit : hits) {
            if (hit.category().equals("denial")) {
                findings.add(finding(hit.category(), hit.start(), hit.end(), hit.scorePerMille()));
            }
        }
        return findings;
    }

    private Finding finding(String kind, int start, int end, int score) {
        return new Finding(name() + "." + kind, Exchange.RESPONSE_PATH, start, end, score);
    }

    private static boolean says(List<PhraseHit> hits, String what) {
        return hits.stream().anyMatch(hit -> hit.category().equals(what));
    }

    private static long count(List<Marking> markings, Kind kind) {
        return markings.stream().filter(marking -> marking.kind() == kind).count();
    }
}
