package dev.surety.guardrail.history;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says a decision in one plain sentence, in English, German or French, for people who talk to the customer. The words
 * are data; the sentence names the rule and what it saw, and never what the customer wrote.
 */
public final class Sentences {
    private static final String WORDS = "sentences.yaml";
    private static final String OTHERWISE = "en";

    private final Map<String, Map<String, Map<String, String>>> words;

    public Sentences() {
        try (InputStream in = Sentences.class.getResourceAsStream(WORDS)) {
            words = new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Whether sentences can be said in that language. */
    public boolean speaks(Locale locale) {
        return word("actions", "allow", locale.getLanguage()).isPresent();
    }

    /** The decision in a sentence. */
    public String of(PastDecision decision, Locale locale) {
        String language = speaks(locale) ? locale.getLanguage() : OTHERWISE;
        String action = said("actions", decision.action(), language);
        Optional<ExchangeEvaluated.RuleResult> reason = decidingResult(decision);
        if (decision.action().equals("allow") || reason.isEmpty()) {
            return action + ".";
        }
        ExchangeEvaluated.RuleResult result = reason.get();
        String because = result.status().equals("fail")
                ? word("reasons", String.valueOf(result.reasonCode()), language)
                        .orElseGet(() -> said("other", "rule", language).replace("{rule}", result.rule()))
                : said("other", result.status(), language).replace("{check}", result.check());
        return action + ": " + because + seen(result, language) + ".";
    }

    private String seen(ExchangeEvaluated.RuleResult result, String language) {
        if (result.findings().isEmpty()) {
            return "";
        }
        Map<String, Long> counts = result.findings().stream()
                .collect(Collectors.groupingBy(
                        ExchangeEvaluated.Finding::category, TreeMap::new, Collectors.counting()));
        List<String> parts = counts.entrySet().stream()
                .map(count -> count.getValue() + " × " + count.getKey())
                .toList();
        return " (" + said("other", "seen", language) + " " + String.join(", ", parts) + ")";
    }

    /** The first enforced result that asked for what was done. */
    static Optional<ExchangeEvaluated.RuleResult> decidingResult(PastDecision decision) {
        return decision.reasons().results().stream()
                .filter(ExchangeEvaluated.RuleResult::enforced)
                .filter(result ->
                        result.action().name().toLowerCase(Locale.ROOT).equals(decision.action()))
                .filter(result -> !result.status().equals("pass"))
                .findFirst();
    }

    private String said(String section, String key, String language) {
        return word(section, key, language)
                .orElseThrow(() -> new IllegalStateException(section + "." + key + " has no words in " + language));
    }

    private Optional<String> word(String section, String key, String language) {
        return Optional.ofNullable(words.getOrDefault(section, Map.of())
                .getOrDefault(key, Map.of())
                .get(language));
    }
}
