package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader;
import dev.surety.guardrail.evaluation.check.claim.CommonWords;
import dev.surety.guardrail.evaluation.check.grounding.TextReader;
import dev.surety.guardrail.evaluation.check.text.TextMemory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How good the passages are that the answer may rest on: how many, how well they match by the retriever's own account,
 * and whether each is valid on the day of the exchange; both days of a validity count as inside. The score is the
 * doubt, one minus the best match, so that more always means worse. Whether a passage is true is not its business.
 * {@code questionCoverage} says how much of what the customer asks about stands in the passages at all, by the words
 * and concepts of English, German and French; a question in other words than the passages' has a low one too.
 */
public final class RetrievalCheck implements Check {
    private final TextReader reader = new TextReader(new ClaimReader(new CommonWords()));
    private final TextMemory<Set<String>> topicsOfPassages = new TextMemory<>(reader::topicsOf);

    @Override
    public String name() {
        return "retrieval";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.NONE_IN_PARTICULAR;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of();
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.of(
                "passages", ValueType.INTEGER,
                "cited", ValueType.INTEGER,
                "expired", ValueType.INTEGER,
                "notYetValid", ValueType.INTEGER,
                "citedOutdated", ValueType.INTEGER,
                "topScore", ValueType.DECIMAL,
                "topCitedScore", ValueType.DECIMAL,
                "margin", ValueType.DECIMAL,
                "questionCoverage", ValueType.DECIMAL);
    }

    @Override
    public Reach reach(CheckSettings settings) {
        return Reach.NOTHING;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        List<Passage> passages = exchange.passages();
        LocalDate day = exchange.day();
        int top = topScore(passages, passage -> true);
        return new CheckResult(
                PerMille.ONE - top,
                findings(passages, day),
                Map.of(
                        "passages", (long) passages.size(),
                        "cited", count(passages, Passage::cited),
                        "expired", count(passages, passage -> isExpired(passage, day)),
                        "notYetValid", count(passages, passage -> isNotYetValid(passage, day)),
                        "citedOutdated",
                                count(
                                        passages,
                                        passage -> passage.cited()
                                                && (isExpired(passage, day) || isNotYetValid(passage, day))),
                        "topScore", PerMille.decimal(top),
                        "topCitedScore", PerMille.decimal(topScore(passages, Passage::cited)),
                        "margin", PerMille.decimal(margin(passages)),
                        "questionCoverage", PerMille.decimal(questionCoverage(exchange))));
    }

    /** How far the best passage is ahead of the second. */
    private static int margin(List<Passage> passages) {
        List<Integer> best = passages.stream()
                .map(Passage::scorePerMille)
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .toList();
        return best.isEmpty() ? 0 : best.getFirst() - (best.size() > 1 ? best.get(1) : 0);
    }

    /** The share of what the customer's last words are about that stands in a passage; 1 where they are about nothing. */
    private int questionCoverage(Exchange exchange) {
        Set<String> asked = new HashSet<>();
        exchange.latestCustomerTexts().forEach(text -> asked.addAll(reader.topicsOf(text.content())));
        if (asked.isEmpty()) {
            return PerMille.ONE;
        }
        Set<String> known = new HashSet<>();
        exchange.passages().forEach(passage -> known.addAll(topicsOfPassages.of(passage.text())));
        return PerMille.of(asked.stream().filter(known::contains).count() / (double) asked.size());
    }

    private List<Finding> findings(List<Passage> passages, LocalDate day) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean expired = isExpired(passage, day);
            if (expired || isNotYetValid(passage, day)) {
                findings.add(new Finding(
                        name() + (expired ? ".expired" : ".not-yet-valid"),
                        "passages[" + i + "].text",
                        0,
                        passage.text().length(),
                        PerMille.ONE));
            }
        }
        return findings;
    }

    private static boolean isExpired(Passage passage, LocalDate day) {
        return passage.isExpiredOn(day);
    }

    private static boolean isNotYetValid(Passage passage, LocalDate day) {
        return passage.validFrom() != null && day.isBefore(passage.validFrom());
    }

    private static long count(List<Passage> passages, Predicate<Passage> which) {
        return passages.stream().filter(which).count();
    }

    private static int topScore(List<Passage> passages, Predicate<Passage> which) {
        return passages.stream()
                .filter(which)
                .mapToInt(Passage::scorePerMille)
                .max()
                .orElse(0);
    }
}
