package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Advice that the law reserves for licensed people, by field. At stage input it looks for a personal question ("should I
 * sell my fund"), at stage output for a personal recommendation ("you should sell your fund"); general information,
 * product facts and the pointer to a professional are neither. These are routing rules on phrases: whether a text is
 * advice in the sense of a law is for people to decide, and advice without any of the phrases is missed.
 */
public final class AdviceCheck implements Check {
    private static final List<String> FIELDS = List.of("legal", "financial", "medical", "insurance", "tax");

    private final PhraseRules questions = load("questions");
    private final PhraseRules recommendations = load("recommendations");

    private static PhraseRules load(String kind) {
        return PhraseRules.load(Stream.of("en", "de", "fr")
                .flatMap(language ->
                        FIELDS.stream().map(field -> "advice/" + language + "/" + field + "-" + kind + ".phrases"))
                .toList());
    }

    @Override
    public String name() {
        return "advice";
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
                "asked", ValueType.DECIMALS_BY_NAME, "given", ValueType.DECIMALS_BY_NAME, "field", ValueType.TEXT);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return new Reach.Sentence(0, 0, true);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence asked = CustomerWords.examine(name(), questions, exchange);
        Evidence given = given(exchange);
        Evidence judged = switch (exchange.stage()) {
            case INPUT -> asked;
            case OUTPUT -> given;
        };
        List<Finding> findings = judged.findings();
        return new CheckResult(
                judged.strongest(),
                findings,
                Map.of("asked", byField(asked), "given", byField(given), "field", strongestField(judged)));
    }

    private Evidence given(Exchange exchange) {
        Evidence evidence = new Evidence(name());
        if (exchange.stage() == Stage.OUTPUT) {
            for (NamedText text : exchange.texts()) {
                evidence.add(text.path(), recommendations.match(Words.of(text.content())));
            }
        }
        return evidence;
    }

    private static Map<String, Double> byField(Evidence evidence) {
        return FIELDS.stream()
                .collect(Collectors.toMap(field -> field, field -> PerMille.decimal(evidence.score(field))));
    }

    private static String strongestField(Evidence evidence) {
        return evidence.categories().stream()
                .max(Comparator.comparingInt(evidence::score))
                .orElse("");
    }
}
