package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.NamedText;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.answer.LanguageIdentifier;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is the text in a language that the customer reads: that of the conversation, or the one the customer last wrote in?
 * And is it in one language throughout? Tells English, German, French, Spanish, Italian, Dutch, Polish and Portuguese;
 * a text of fewer than five words, or in none of these, is no mismatch.
 */
public final class LanguageCheck implements Check {
    private static final int SENTENCE_WORDS = 6;
    private static final int MISMATCH = 900;

    private final LanguageIdentifier identifier = new LanguageIdentifier();

    @Override
    public String name() {
        return "language";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Locale> languages() {
        return List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt").stream()
                .map(Locale::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "found", ValueType.TEXT,
                "expected", ValueType.TEXT,
                "customer", ValueType.TEXT,
                "mismatch", ValueType.FLAG,
                "mixed", ValueType.FLAG);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        String text = exchange.subject();
        List<Word> words = Words.of(text);
        String found = identifier.identify(text, words);
        String expected = exchange.conversation().locale().getLanguage();
        String customer = identifier.identify(exchange.latestCustomerTexts().stream()
                .map(NamedText::content)
                .collect(Collectors.joining(Exchange.MESSAGE_SEPARATOR)));
        boolean mismatch = exchange.stage() == Stage.OUTPUT
                && !found.isEmpty()
                && !found.equals(expected)
                && !found.equals(customer);
        List<Finding> findings = mismatch
                ? List.of(new Finding("language.mismatch", Exchange.RESPONSE_PATH, 0, text.length(), MISMATCH))
                : List.of();
        return new CheckResult(
                mismatch ? MISMATCH : 0,
                findings,
                Map.of(
                        "found", found,
                        "expected", expected,
                        "customer", customer,
                        "mismatch", mismatch,
                        "mixed", isMixed(text, words)));
    }

    private boolean isMixed(String text, List<Word> words) {
        Set<String> languages = new HashSet<>();
        List<Word> sentence = new ArrayList<>();
        for (int at = 0; at <= words.size(); at++) {
            boolean ends = at == words.size()
                    || (!sentence.isEmpty()
                            && words.get(at).sentence() != sentence.getFirst().sentence());
            if (ends && sentence.size() >= SENTENCE_WORDS) {
                int start = sentence.getFirst().start();
                int end = Math.max(start, sentence.getLast().end());
                languages.add(identifier.identify(text.substring(start, end), sentence));
            }
            if (ends) {
                sentence.clear();
            }
            if (at < words.size()) {
                sentence.add(words.get(at));
            }
        }
        languages.remove("");
        return languages.size() > 1;
    }
}
