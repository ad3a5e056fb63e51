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
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.injection.Markup;
import dev.surety.guardrail.evaluation.check.injection.Reading;
import dev.surety.guardrail.evaluation.check.injection.Readings;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that try to give the bot other instructions: from the customer ({@code direct}) and inside retrieved passages
 * ({@code indirect}). It reads through look-alike letters, invisible characters, spaced letters, digits for letters and
 * base64, hexadecimal and binary text. Rules are phrases of attacks, not words: blocking honest customers is the worse
 * fault. English, German and French are covered in breadth, Spanish, Italian and Portuguese for the
 * commonest forms. An attack
 * that only asks an ordinary question out of place, or that invents a new wording, is missed.
 */
public final class InjectionCheck implements Check {
    private static final Set<Locale> LANGUAGES =
            Set.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"), Locale.ITALIAN, Locale.of("pt"));
    private static final List<String> ANYWHERE = Stream.of("en", "de", "fr", "es", "it", "pt")
            .map(language -> "injection/" + language + "/any.phrases")
            .toList();
    private static final List<String> IN_PASSAGES = Stream.of("en", "de", "fr")
            .map(language -> "injection/" + language + "/passage.phrases")
            .toList();

    private final PhraseRules customerRules = PhraseRules.load(ANYWHERE);
    private final PhraseRules passageRules = PhraseRules.load(
            Stream.concat(ANYWHERE.stream(), IN_PASSAGES.stream()).toList());
    private final Readings customerReadings = new Readings(customerRules::knows);
    private final Readings passageReadings = new Readings(passageRules::knows);
    private final Markup markup = new Markup();

    @Override
    public String name() {
        return "injection";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return LANGUAGES;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "direct", ValueType.DECIMAL,
                "indirect", ValueType.DECIMAL,
                "obfuscated", ValueType.FLAG,
                "techniques", ValueType.TEXTS);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence direct = new Evidence(name());
        boolean disguised = false;
        for (NamedText text : exchange.latestCustomerTexts()) {
            disguised |= add(direct, text, customerRules, customerReadings);
        }
        int strongestPassage = 0;
        List<Evidence> all = new ArrayList<>(List.of(direct));
        for (int i = 0; i < exchange.passages().size(); i++) {
            Evidence indirect = new Evidence(name());
            NamedText text = new NamedText(
                    "passages[" + i + "].text", exchange.passages().get(i).text());
            disguised |= add(indirect, text, passageRules, passageReadings);
            strongestPassage = Math.max(strongestPassage, indirect.joint());
            all.add(indirect);
        }
        return result(direct.joint(), strongestPassage, disguised, all);
    }

    /** Adds what all readings of {@code text} show; whether a disguised reading showed anything. */
    private boolean add(Evidence evidence, NamedText text, PhraseRules rules, Readings readings) {
        evidence.add(text.path(), markup.match(text.content()));
        boolean disguised = false;
        for (Reading reading : readings.of(text.content())) {
            List<PhraseHit> hits = rules.match(reading.words());
            evidence.add(text.path(), hits);
            disguised |= reading.disguised() && !hits.isEmpty();
        }
        return disguised;
    }

    private static CheckResult result(int direct, int indirect, boolean disguised, List<Evidence> all) {
        List<Finding> findings =
                all.stream().flatMap(evidence -> evidence.findings().stream()).toList();
        List<String> techniques = all.stream()
                .flatMap(evidence -> evidence.categories().stream())
                .distinct()
                .toList();
        return new CheckResult(
                Math.max(direct, indirect),
                findings,
                Map.of(
                        "direct",
                        PerMille.decimal(direct),
                        "indirect",
                        PerMille.decimal(indirect),
                        "obfuscated",
                        disguised,
                        "techniques",
                        techniques));
    }
}
