package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Response;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.phrase.PhraseHit;
import dev.surety.guardrail.evaluation.check.phrase.PhraseRules;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Insults, threats, hate by group, sexual words and harassment: in the bot's answer, where they must never stand
 * ({@code said}), and in the customer's words, where only what is aimed at people counts ({@code received}). An angry
 * customer who swears about a product is no harasser. Denial, counter-speech, quoting and speaking of oneself are told
 * apart by phrases around the words; irony, allusion and misspelled slurs are not seen.
 */
public final class ToxicityCheck implements Check {
    private static final List<String> DIRECTED = Stream.of("en", "de", "fr")
            .map(language -> "toxicity/" + language + "/directed.phrases")
            .toList();
    private static final List<String> IN_ANSWERS = Stream.of("en", "de", "fr")
            .map(language -> "toxicity/" + language + "/answer.phrases")
            .toList();

    /** From this score on a kind is listed; rules may be stricter. */
    private static final int LIKELY = 500;

    private static final String QUOTATION_MARKS = "\"“”„«»";
    /** So many characters outside the quotation marks make the rest a quotation. */
    private static final int LEAST_AROUND = 12;

    private final PhraseRules customerRules = PhraseRules.load(DIRECTED);
    private final PhraseRules answerRules = PhraseRules.load(
            Stream.concat(DIRECTED.stream(), IN_ANSWERS.stream()).toList());

    @Override
    public String name() {
        return "toxicity";
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
                "said", ValueType.DECIMAL,
                "received", ValueType.DECIMAL,
                "kinds", ValueType.TEXTS);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return new Reach.Sentence(0, 0, true);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        Evidence received = new Evidence(name());
        for (NamedText text : exchange.latestCustomerTexts()) {
            received.add(text.path(), unquoted(text.content()));
        }
        Evidence said = new Evidence(name());
        Response response = exchange.response();
        if (exchange.stage() == Stage.OUTPUT && response != null) {
            said.add(Exchange.RESPONSE_PATH, answerRules.match(Words.of(response.content())));
        }
        List<Finding> findings = Stream.of(received, said)
                .flatMap(evidence -> evidence.findings().stream())
                .toList();
        List<String> kinds = Stream.of(received, said)
                .flatMap(evidence ->
                        evidence.categories().stream().filter(category -> evidence.score(category) >= LIKELY))
                .distinct()
                .toList();
        return new CheckResult(
                Math.max(received.strongest(), said.strongest()),
                findings,
                Map.of(
                        "said", PerMille.decimal(said.strongest()),
                        "received", PerMille.decimal(received.strongest()),
                        "kinds", kinds));
    }

    /**
     * The hits but those wholly between quotation marks within a longer text: they are somebody else's words. A bot does
     * not quote abuse either, so answers are not read so.
     */
    private List<PhraseHit> unquoted(String text) {
        BitSet quoted = new BitSet();
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            if (QUOTATION_MARKS.indexOf(text.charAt(i)) >= 0) {
                if (open >= 0) {
                    quoted.set(open, i);
                }
                open = open >= 0 ? -1 : i;
            }
        }
        boolean mentions = text.length() - quoted.cardinality() >= LEAST_AROUND;
        return customerRules.match(Words.of(text)).stream()
                .filter(hit -> !mentions || quoted.nextClearBit(hit.start()) < hit.end())
                .toList();
    }
}
