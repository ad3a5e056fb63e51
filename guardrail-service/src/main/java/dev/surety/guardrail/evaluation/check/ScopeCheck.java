package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Reference;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.scope.IntentIndex;
import dev.surety.guardrail.evaluation.check.scope.IntentIndex.Nearest;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is what the customer wants among the intents that the bot is declared for? It compares what the customer wrote since
 * the bot last spoke with the example utterances of registered intents and names the nearest. Without registered
 * intents it says nothing. Works in the languages of the examples; a wish in other words than any example is strange to
 * it, and a wish in their words is familiar, whatever it means.
 *
 * <p>Settings: {@code intents}, the reference documents of kind {@code intents}; {@code words} (default 3): shorter
 * messages, such as thanks or a number that was asked for, are not judged.
 */
public final class ScopeCheck implements Check {
    private static final int FEWEST_WORDS = 3;

    @Override
    public String name() {
        return "scope";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of("intents", new Setting.References(Set.of("intents")), "words", new Setting.WholeNumber(1, 50));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "judged", ValueType.FLAG,
                "intent", ValueType.TEXT,
                "example", ValueType.TEXT,
                "similarity", ValueType.DECIMAL,
                "familiarity", ValueType.DECIMAL,
                "excluded", ValueType.FLAG);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Reference> intents = settings.references("intents");
        List<NamedText> texts = exchange.latestCustomerTexts();
        String said = texts.stream().map(NamedText::content).collect(Collectors.joining(Exchange.MESSAGE_SEPARATOR));
        boolean judged = !intents.isEmpty() && Words.of(said).size() >= settings.integer("words", FEWEST_WORDS);
        Optional<Nearest> nearest = judged
                ? intents.stream()
                        .flatMap(reference ->
                                reference.derived(IntentIndex.class, IntentIndex::of).nearest(said).stream())
                        .max(Comparator.comparingDouble(Nearest::similarity))
                : Optional.empty();
        return nearest.map(one -> result(texts, one)).orElseGet(ScopeCheck::nothing);
    }

    private static CheckResult result(List<NamedText> texts, Nearest nearest) {
        int strange = nearest.outside() ? PerMille.ONE : PerMille.of(1.0 - nearest.familiarity());
        return new CheckResult(
                strange,
                texts.stream()
                        .map(text -> new Finding(
                                "scope.outside", text.path(), 0, text.content().length(), strange))
                        .toList(),
                Map.of(
                        "judged", true,
                        "intent", nearest.intent(),
                        "example", nearest.example(),
                        "similarity", PerMille.decimal(PerMille.of(nearest.similarity())),
                        "familiarity", PerMille.decimal(PerMille.of(nearest.familiarity())),
                        "excluded", nearest.outside()));
    }

    private static CheckResult nothing() {
        return new CheckResult(
                0,
                List.of(),
                Map.of(
                        "judged",
                        false,
                        "intent",
                        "",
                        "example",
                        "",
                        "similarity",
                        0.0,
                        "familiarity",
                        0.0,
                        "excluded",
                        false));
    }
}
