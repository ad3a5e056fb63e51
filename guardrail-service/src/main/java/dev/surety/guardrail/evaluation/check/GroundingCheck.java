package dev.surety.guardrail.evaluation.check;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
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
import dev.surety.guardrail.evaluation.check.grounding.Reading;
import dev.surety.guardrail.evaluation.check.grounding.SourceText;
import dev.surety.guardrail.evaluation.check.grounding.StatementJudge;
import dev.surety.guardrail.evaluation.check.grounding.SupportRatio;
import dev.surety.guardrail.evaluation.check.grounding.TextReader;
import dev.surety.guardrail.evaluation.check.grounding.Verdict;
import dev.surety.guardrail.evaluation.check.text.TextMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Does the answer say what its passages say? Twice over. Each statement of the answer (greetings, questions and offers
 * are none) is held against the most similar statements of the cited passages, all of them when none is cited, and is
 * supported, unsupported, or contradicted by a value, a denial, an opposite or an alternative; the finding's basis says
 * which passage, where, and what was compared. And each number, amount, date, time, duration and percentage is compared
 * as a value with those of the passages, in whatever language either stands. The integrator's attributes and the
 * customer's own words support nothing, but a value that only repeats them is {@code echoed} instead of unsupported.
 *
 * <p>{@code supportRatio} is how much of the wording stands in the passages, which only means something where
 * {@code comparable} says that both share a language. At stage input there is no answer and every value is zero.
 */
public final class GroundingCheck implements Check {
    /** The support ratio from which an answer counts as attributable, where the policy does not say. */
    private static final double ATTRIBUTABLE = 0.67;

    private final CommonWords common = new CommonWords();
    private final ClaimReader claims = new ClaimReader(common);
    private final TextReader reader = new TextReader(claims);
    private final TextMemory<KnownPassage> passages = new TextMemory<>(this::readPassage);

    @Override
    public String name() {
        return "grounding";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Locale> languages() {
        return Languages.ENGLISH_GERMAN_FRENCH;
    }

    @Override
    public Map<String, Setting> settings() {
        return Map.of("attributable", new Setting.Decimal(0, 1));
    }

    @Override
    public Map<String, ValueType> values() {
        return Map.ofEntries(
                Map.entry("claims", ValueType.INTEGER),
                Map.entry("supported", ValueType.INTEGER),
                Map.entry("unsupported", ValueType.INTEGER),
                Map.entry("contradicted", ValueType.INTEGER),
                Map.entry("echoed", ValueType.INTEGER),
                Map.entry("statements", ValueType.INTEGER),
                Map.entry("supportedStatements", ValueType.INTEGER),
                Map.entry("unsupportedStatements", ValueType.INTEGER),
                Map.entry("contradictedStatements", ValueType.INTEGER),
                Map.entry("stale", ValueType.INTEGER),
                Map.entry("supportRatio", ValueType.DECIMAL),
                Map.entry("attributable", ValueType.FLAG),
                Map.entry("comparable", ValueType.FLAG));
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings settings) {
        GroundingReport report = new GroundingReport(name());
        if (exchange.stage() == Stage.INPUT) {
            return report.result(0, 1, false);
        }
        Reading answer = reader.read(exchange.subject());
        List<Source> sources = sources(exchange);
        List<Source> valid = sources.stream().filter(Source::valid).toList();
        List<Source> outdated =
                sources.stream().filter(source -> !source.valid()).toList();
        List<Source> relied = valid.isEmpty() ? outdated : valid;
        List<Reading> readings =
                relied.stream().map(source -> source.passage().text().reading()).toList();

        boolean comparable = comparable(answer, relied);

        List<Verdict> verdicts = StatementJudge.by(texts(relied), comparable).judge(answer);
        report.statements(verdicts, number -> relied.get(number).path());
        report.values(
                answer.claims(),
                new Comparison(
                        readings.stream()
                                .flatMap(source -> source.claims().stream())
                                .toList(),
                        knownBefore(exchange)));
        if (!valid.isEmpty() && !outdated.isEmpty()) {
            report.stale(
                    verdicts,
                    StatementJudge.by(texts(outdated), comparable(answer, outdated))
                            .judge(answer),
                    number -> outdated.get(number).path());
        }
        return report.result(
                SupportRatio.of(answer, readings),
                PerMille.of(settings.decimal("attributable", ATTRIBUTABLE)),
                comparable);
    }

    /** What a passage says, whoever asks and when. */
    private record KnownPassage(SourceText text, String language) {}

    private record Source(String path, KnownPassage passage, boolean valid) {}

    private KnownPassage readPassage(String text) {
        Reading reading = reader.read(text);
        return new KnownPassage(SourceText.of(reading), common.language(reading.words()));
    }

    private static List<SourceText> texts(List<Source> sources) {
        return sources.stream().map(source -> source.passage().text()).toList();
    }

    private List<Source> sources(Exchange exchange) {
        boolean cited = exchange.passages().stream().anyMatch(Passage::cited);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < exchange.passages().size(); i++) {
            Passage passage = exchange.passages().get(i);
            if (passage.cited() || !cited) {
                sources.add(new Source(
                        "passages[" + i + "].text", passages.of(passage.text()), passage.isValidOn(exchange.day())));
            }
        }
        return sources;
    }

    private List<Claim> knownBefore(Exchange exchange) {
        return Stream.concat(
                        exchange.messages().stream()
                                .filter(message -> message.role() == Message.Role.USER)
                                .map(Message::content),
                        exchange.attributes().values().stream())
                .flatMap(text -> claims.read(text).stream())
                .toList();
    }

    private boolean comparable(Reading answer, List<Source> sources) {
        String language = common.language(answer.words());
        return !language.isEmpty()
                && sources.stream()
                        .anyMatch(source -> source.passage().language().equals(language));
    }
}
