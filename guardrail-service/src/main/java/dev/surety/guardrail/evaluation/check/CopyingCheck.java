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
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.copying.Copies;
import dev.surety.guardrail.evaluation.check.copying.Copy;
import dev.surety.guardrail.evaluation.check.copying.ProtectedText;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the answer has taken word by word, or nearly so, from registered protected texts. Words are compared after
 * folding, so case, accents and punctuation make no difference. A run in quotation marks in an answer that names the
 * {@code author} or the {@code title} of the part (its labels) is a quotation, and scored low.
 *
 * <p>Settings: {@code texts}, references of kind {@code protected-text}; {@code minTokens} (default 20), the words of
 * the shortest run that counts; {@code containment} (default 0.6), the share of three-word sequences from which a
 * stretch of half as many words again is a near copy.
 */
public final class CopyingCheck implements Check {
    private static final int MIN_TOKENS = 20;
    private static final int LONGEST_MIN_TOKENS = 500;
    private static final double CONTAINMENT = 0.6;
    private static final int SHORTEST_RUN = 600;
    private static final int QUOTED = 300;
    private static final int MOST_NEAR = 850;
    private static final String QUOTES = "\"“”„‟«»‘’'‹›";
    private static final int BESIDE = 3;

    @Override
    public String name() {
        return "copying";
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
        return Map.of(
                "texts",
                new Setting.References(Set.of("protected-text")),
                "minTokens",
                new Setting.WholeNumber(ProtectedText.GUARANTEED, LONGEST_MIN_TOKENS),
                "containment",
                new Setting.Decimal(0.3, 1.0));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "longestRun", ValueType.INTEGER,
                "copied", ValueType.DECIMAL,
                "sources", ValueType.TEXTS);
    }

    /** Where nothing is protected, no answer has to be waited for. */
    @Override
    public Reach reach(CheckSettings settings) {
        return settings.references("texts").isEmpty() ? Reach.NOTHING : Reach.WHOLE;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Reference> texts = settings.references("texts");
        if (exchange.stage() == Stage.INPUT || texts.isEmpty()) {
            return result(List.of(), List.of(), 0);
        }
        int least = (int) settings.integer("minTokens", MIN_TOKENS);
        int containment = PerMille.of(settings.decimal("containment", CONTAINMENT));
        NamedText answer = exchange.texts().getFirst();
        List<Word> words = Words.of(answer.content());
        List<Copy> copies = Copies.in(words, texts, least, containment);
        List<Finding> findings = new ArrayList<>();
        for (Copy copy : copies) {
            int start = words.get(copy.first()).start();
            int end = words.get(copy.end() - 1).end();
            boolean quoted = isQuotation(answer.content(), start, end, copy, words);
            String kind = quoted ? "quoted" : copy.exact() ? "verbatim" : "near";
            int score = quoted ? QUOTED : score(copy, least);
            findings.add(new Finding(name() + "." + kind, answer.path(), start, end, score));
        }
        return result(findings, copies, words.size());
    }

    private static int score(Copy copy, int least) {
        if (!copy.exact()) {
            return Math.min(MOST_NEAR, copy.containment());
        }
        return Math.min(1000, SHORTEST_RUN + (1000 - SHORTEST_RUN) * (copy.words() - least) / (2 * least));
    }

    private static CheckResult result(List<Finding> findings, List<Copy> copies, int words) {
        Set<String> sources = new LinkedHashSet<>();
        copies.forEach(copy -> sources.add(copy.part().id()));
        int copied = copies.stream().mapToInt(Copy::words).sum();
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "longestRun",
                        (long) copies.stream()
                                .filter(Copy::exact)
                                .mapToInt(Copy::words)
                                .max()
                                .orElse(0),
                        "copied",
                        words == 0 ? 0.0 : PerMille.decimal(Math.min(1000, copied * 1000 / words)),
                        "sources",
                        List.copyOf(sources)));
    }

    private static boolean isQuotation(String text, int start, int end, Copy copy, List<Word> words) {
        boolean marks = hasQuote(text, start - BESIDE, start) && hasQuote(text, end, end + BESIDE);
        return marks && (names(words, copy, "author") || names(words, copy, "title"));
    }

    private static boolean hasQuote(String text, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(text.length(), to); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer says, outside of the copy, the last word of that label: a family name, the end of a title. */
    private static boolean names(List<Word> words, Copy copy, String label) {
        List<Word> name = Words.of(copy.part().labels().getOrDefault(label, ""));
        if (name.isEmpty()) {
            return false;
        }
        String last = name.getLast().text();
        for (int i = 0; i < words.size(); i++) {
            boolean outside = i < copy.first() || i >= copy.end();
            if (outside && words.get(i).text().equals(last)) {
                return true;
            }
        }
        return false;
    }
}
