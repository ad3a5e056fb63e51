package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.injection.AttackModel;
import dev.surety.guardrail.evaluation.check.injection.AttackModel.Opinion;
import dev.surety.guardrail.evaluation.check.injection.GuardedMatterRequests;
import dev.surety.guardrail.evaluation.check.injection.GuardedMatterRequests.Guard;
import dev.surety.guardrail.evaluation.check.injection.Markup;
import dev.surety.guardrail.evaluation.check.injection.Reading;
import dev.surety.guardrail.evaluation.check.injection.Readings;
import dev.surety.guardrail.evaluation.check.injection.ScriptPhrases;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.FoldedText;
import dev.surety.guardrail.evaluation.check.text.TextMemory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that try to give the bot other instructions: from the customer ({@code direct}) and inside retrieved passages
 * ({@code indirect}). Three things look at each text: phrases that only attacks have, a small logistic regression over
 * the concepts that attacks combine ({@link AttackModel}, for the customer's words), and, where the conversation has a system message, what that
 * message keeps secret or off limits. All of them read through look-alike letters, invisible characters, spaced letters,
 * digits for letters, misspellings, ciphers and encodings, and phrases that are split over several messages. Blocking
 * honest customers is the worse fault, so a trigger word alone never counts. What it cannot see: an attack that is worded
 * as an ordinary question, pictures, and languages that its lists do not hold.
 */
public final class InjectionCheck implements Check {
    private static final Set<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru", "zh", "ja", "ko", "ar", "hi")
            .map(Locale::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> ANYWHERE = Stream.of("en", "de", "fr", "es", "it", "pt")
            .map(language -> "injection/" + language + "/any.phrases")
            .toList();
    private static final List<String> IN_PASSAGES = Stream.of("en", "de", "fr")
            .map(language -> "injection/" + language + "/passage.phrases")
            .toList();
    private static final FoldedText NOTHING = FoldedText.of("");

    private final Eye customerEye = new Eye(PhraseRules.load(ANYWHERE), true);
    /** Handbooks for agents are made of the same concepts as attacks, so the model does not judge passages. */
    private final Eye passageEye = new Eye(
            PhraseRules.load(
                    Stream.concat(ANYWHERE.stream(), IN_PASSAGES.stream()).toList()),
            false);

    private final Markup markup = new Markup();
    private final ScriptPhrases scriptPhrases = new ScriptPhrases();
    private final AttackModel model = new AttackModel();
    private final GuardedMatterRequests guardedMatters = new GuardedMatterRequests();
    private final Guard noGuard = guardedMatters.guard(List.of());
    private final TextMemory<Look> passages = new TextMemory<>(text -> look(text, passageEye, noGuard));

    @Override
    public String name() {
        return "injection";
    }

    @Override
    public int version() {
        return 2;
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
                "techniques", ValueType.TEXTS,
                "signals", ValueType.TEXTS);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Sight sight = new Sight();
        Evidence direct = new Evidence(name());
        Guard guard = guardedMatters.guard(systemMessages(exchange));
        for (NamedText text : exchange.latestCustomerTexts()) {
            sight.add(direct, text.path(), look(text.content(), customerEye, guard));
        }
        SplitMessages.of(exchange).ifPresent(split -> direct.addAll(split.match(customerEye.rules())));
        int strongestPassage = 0;
        List<Evidence> all = new ArrayList<>(List.of(direct));
        for (int i = 0; i < exchange.passages().size(); i++) {
            Evidence indirect = new Evidence(name());
            String text = exchange.passages().get(i).text();
            sight.add(indirect, "passages[" + i + "].text", passages.of(text));
            strongestPassage = Math.max(strongestPassage, indirect.joint());
            all.add(indirect);
        }
        return sight.result(direct.joint(), strongestPassage, all);
    }

    private static List<String> systemMessages(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message -> message.role() == Message.Role.SYSTEM)
                .map(Message::content)
                .toList();
    }

    /** The rules for one kind of text, the readings that they can make sense of, and whether the model is asked too. */
    private record Eye(PhraseRules rules, Readings readings, boolean asksModel) {
        Eye(PhraseRules rules, boolean asksModel) {
            this(rules, new Readings(rules::knows), asksModel);
        }
    }

    /** What all readings of {@code text} show. */
    private Look look(String text, Eye eye, Guard guard) {
        FoldedText folded = FoldedText.of(text);
        List<List<PhraseHit>> all = new ArrayList<>(List.of(markup.match(text), scriptPhrases.match(folded)));
        Set<String> signals = new LinkedHashSet<>();
        boolean disguised = false;
        for (Reading reading : eye.readings().of(folded)) {
            List<PhraseHit> hits = new ArrayList<>(eye.rules().match(reading.words()));
            hits.addAll(guard.match(folded, reading.words()));
            if (eye.asksModel()) {
                Opinion opinion = model.examine(reading.disguised() ? NOTHING : folded, reading.words());
                hits.addAll(opinion.hits());
                signals.addAll(opinion.signals());
            }
            all.add(List.copyOf(hits));
            disguised |= reading.disguised() && !hits.isEmpty();
        }
        return new Look(List.copyOf(all), List.copyOf(signals), disguised);
    }

    /**
     * What one text shows.
     *
     * @param hits of one way to read it after the other
     * @param disguised whether some of it had to be uncovered
     */
    private record Look(List<List<PhraseHit>> hits, List<String> signals, boolean disguised) {}

    /** One exchange being examined. */
    private static final class Sight {
        private final Set<String> signals = new LinkedHashSet<>();
        private boolean disguised;

        private void add(Evidence evidence, String path, Look look) {
            look.hits().forEach(hits -> evidence.add(path, hits));
            signals.addAll(look.signals());
            disguised |= look.disguised();
        }

        private CheckResult result(int direct, int indirect, List<Evidence> all) {
            List<Finding> findings = all.stream()
                    .flatMap(evidence -> evidence.findings().stream())
                    .toList();
            List<String> techniques = all.stream()
                    .flatMap(evidence -> evidence.categories().stream())
                    .distinct()
                    .toList();
            return new CheckResult(
                    Math.max(direct, indirect),
                    findings,
                    Map.of(
                            "direct", PerMille.decimal(direct),
                            "indirect", PerMille.decimal(indirect),
                            "obfuscated", disguised,
                            "techniques", techniques,
                            "signals", List.copyOf(signals)));
        }
    }
}
