package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.copying.MarkList;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Registered marks in the judged text: whole words, in any case unless the mark says {@code case: exact}, with the
 * endings that English, German and French put to names. It tells the company's own marks from those of competitors; what
 * is said about them it does not judge.
 *
 * <p>Settings: {@code lists}, references of kind {@code marks}.
 */
public final class MarksCheck implements Check {
    private static final int CERTAIN = 950;
    private static final int PERHAPS = 400;

    @Override
    public String name() {
        return "marks";
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
        return Map.of("lists", new Setting.References(Set.of("marks")));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of("own", ValueType.INTEGER, "competitors", ValueType.INTEGER, "others", ValueType.INTEGER);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.sentence();
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (Reference list : settings.references("lists")) {
            for (NamedText text : exchange.texts()) {
                List<Word> words = Words.of(text.content());
                for (MarkList.Hit hit : MarkList.of(list).in(text.content(), words)) {
                    findings.add(new Finding(
                            name() + "." + hit.owner(),
                            text.path(),
                            hit.start(),
                            hit.end(),
                            hit.certain() ? CERTAIN : PERHAPS));
                }
            }
        }
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "own", count(findings, "marks.own"),
                        "competitors", count(findings, "marks.competitor"),
                        "others", count(findings, "marks.other")));
    }

    private static long count(List<Finding> findings, String category) {
        return findings.stream()
                .filter(finding -> finding.category().equals(category))
                .count();
    }
}
