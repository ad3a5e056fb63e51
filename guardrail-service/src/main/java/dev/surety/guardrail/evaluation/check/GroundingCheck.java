package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Message;
import dev.surety.guardrail.evaluation.Passage;
import dev.surety.guardrail.evaluation.PerMille;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.evaluation.ValueType;
import dev.surety.guardrail.evaluation.check.claim.Claim;
import dev.surety.guardrail.evaluation.check.claim.ClaimReader;
import dev.surety.guardrail.evaluation.check.claim.CommonWords;
import dev.surety.guardrail.evaluation.check.claim.Comparison;
import dev.surety.guardrail.evaluation.check.claim.Comparison.Standing;
import dev.surety.guardrail.evaluation.check.text.Word;
import dev.surety.guardrail.evaluation.check.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does the answer say what its passages say? Each number, amount, date, time, duration and percentage of the answer is
 * compared as a value with those of the cited passages (all of them when none is cited), in whatever language either
 * stands; and the wording by how many of the answer's words and word pairs stand in them, which only means something
 * where {@code comparable} says that both share a language. The integrator's attributes and the customer's own words
 * support nothing, but what only repeats them is {@code echoed} instead of unsupported.
 *
 * <p>It compares values, not meaning: a right number on the wrong thing passes, a negation is not seen, a sum or a
 * converted amount counts as unsupported. At stage input there is no answer and every value is zero.
 */
public final class GroundingCheck implements Check {
    private static final int CONTRADICTED = 950;
    private static final int UNSUPPORTED = 600;

    private final CommonWords common = new CommonWords();
    private final ClaimReader reader = new ClaimReader(common);

    @Override
    public String name() {
        return "grounding";
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
                "claims", ValueType.INTEGER,
                "supported", ValueType.INTEGER,
                "unsupported", ValueType.INTEGER,
                "contradicted", ValueType.INTEGER,
                "echoed", ValueType.INTEGER,
                "supportRatio", ValueType.DECIMAL,
                "comparable", ValueType.FLAG);
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        if (exchange.stage() == Stage.INPUT) {
            return result(List.of(), new EnumMap<>(Standing.class), 0, false);
        }
        String answer = exchange.subject();
        List<String> passages =
                exchange.citedPassages().stream().map(Passage::text).toList();
        List<Claim> claims = reader.read(answer);
        Comparison comparison = new Comparison(
                passages.stream().flatMap(text -> reader.read(text).stream()).toList(), knownBefore(exchange));
        Map<Standing, Long> standings = new EnumMap<>(Standing.class);
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : claims) {
            Standing standing = comparison.judge(claim, claims);
            standings.merge(standing, 1L, Long::sum);
            addFinding(claim, standing, findings);
        }
        List<Word> words = Words.of(answer);
        List<List<Word>> sources = passages.stream().map(Words::of).toList();
        return result(findings, standings, supportRatio(words, sources), comparable(words, sources));
    }

    private List<Claim> knownBefore(Exchange exchange) {
        return Stream.concat(
                        exchange.messages().stream()
                                .filter(message -> message.role() == Message.Role.USER)
                                .map(Message::content),
                        exchange.attributes().values().stream())
                .flatMap(text -> reader.read(text).stream())
                .toList();
    }

    private void addFinding(Claim claim, Standing standing, List<Finding> findings) {
        switch (standing) {
            case SUPPORTED, ECHOED -> {}
            case CONTRADICTED -> findings.add(finding(claim, ".contradicted", CONTRADICTED));
            case UNSUPPORTED -> findings.add(finding(claim, ".unsupported", UNSUPPORTED));
        }
    }

    private Finding finding(Claim claim, String kind, int score) {
        return new Finding(name() + kind, Exchange.RESPONSE_PATH, claim.start(), claim.end(), score);
    }

    private static CheckResult result(
            List<Finding> findings, Map<Standing, Long> standings, int supportRatio, boolean comparable) {
        return new CheckResult(
                findings.stream().mapToInt(Finding::scorePerMille).max().orElse(0),
                findings,
                Map.of(
                        "claims",
                                standings.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                        "supported", standings.getOrDefault(Standing.SUPPORTED, 0L),
                        "unsupported", standings.getOrDefault(Standing.UNSUPPORTED, 0L),
                        "contradicted", standings.getOrDefault(Standing.CONTRADICTED, 0L),
                        "echoed", standings.getOrDefault(Standing.ECHOED, 0L),
                        "supportRatio", PerMille.decimal(supportRatio),
                        "comparable", comparable));
    }

    /** The mean of the shares of the answer's words and word pairs that stand in one of the sources. */
    private static int supportRatio(List<Word> answer, List<List<Word>> sources) {
        Set<String> words = new HashSet<>();
        Set<String> pairs = new HashSet<>();
        for (List<Word> source : sources) {
            source.forEach(word -> words.add(word.text()));
            for (int i = 1; i < source.size(); i++) {
                pairs.add(pair(source, i));
            }
        }
        if (answer.isEmpty()) {
            return 0;
        }
        double single =
                answer.stream().filter(word -> words.contains(word.text())).count() / (double) answer.size();
        int found = 0;
        for (int i = 1; i < answer.size(); i++) {
            found += pairs.contains(pair(answer, i)) ? 1 : 0;
        }
        double paired = answer.size() == 1 ? single : found / (answer.size() - 1.0);
        return PerMille.of((single + paired) / 2);
    }

    private static String pair(List<Word> words, int second) {
        return words.get(second - 1).text() + ' ' + words.get(second).text();
    }

    private boolean comparable(List<Word> answer, List<List<Word>> sources) {
        String language = common.language(answer);
        return !language.isEmpty()
                && sources.stream().anyMatch(source -> common.language(source).equals(language));
    }
}
