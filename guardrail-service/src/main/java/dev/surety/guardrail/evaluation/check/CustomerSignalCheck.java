package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Spelling;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something in the customer's words that calls for a person: a complaint, distress, the wish for a human being. It
 * reads what the customer wrote since the bot last spoke, in English, German and French, forgives a wrong letter in the
 * words that matter most, and says which kinds it found. Which kinds there are, and what is left out on purpose
 * (everyday exaggeration, a claim under one's own policy, persons of other sorts), is in the phrase files. What is only
 * hinted at, and irony, are missed; it is no assessment of a person.
 */
public final class CustomerSignalCheck implements Check {
    /** From this joint score on a kind is listed; policies may be stricter by the scores. */
    private static final int LIKELY = 500;

    private final String name;
    private final int version;
    private final PhraseRules rules;
    private final Spelling spelling;

    private CustomerSignalCheck(String name, int version) {
        this.name = name;
        this.version = version;
        rules = PhraseRules.load(Stream.of("en", "de", "fr")
                .map(language -> name + "/" + language + "/" + name + ".phrases")
                .toList());
        spelling = Spelling.load(name + "/spelling.txt");
    }

    /** Does the customer complain, claim damages, or announce a lawyer, a court, an authority or the press? */
    public static CustomerSignalCheck complaint() {
        return new CustomerSignalCheck("complaint", 3);
    }

    /** Is the customer in a situation that a bot must not handle alone: self-harm, violence, panic, a death, hardship? */
    public static CustomerSignalCheck distress() {
        return new CustomerSignalCheck("distress", 2);
    }

    /** Does the customer ask for a human being in so many words? */
    public static CustomerSignalCheck handover() {
        return new CustomerSignalCheck("handover", 3);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return version;
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
        return Map.of("kinds", ValueType.TEXTS);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence evidence = new Evidence(name);
        for (NamedText text : exchange.latestCustomerTexts()) {
            evidence.add(text.path(), rules.match(read(text.content())));
        }
        List<String> kinds = evidence.categories().stream()
                .filter(kind -> evidence.score(kind) >= LIKELY)
                .toList();
        return new CheckResult(evidence.strongest(), evidence.findings(), Map.of("kinds", kinds));
    }

    private List<Word> read(String text) {
        return Words.of(text).stream()
                .map(word -> rules.knows(word.text()) ? word : spelling.corrected(word))
                .toList();
    }
}
