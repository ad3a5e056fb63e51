package dev.surety.guardrail.testing;

import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckCatalogue;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Setting;
import dev.surety.guardrail.evaluation.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A check that sees what the test tells it to see, and counts how often it looked. */
public final class FakeCheck implements Check {
    private final String name;
    private final Map<String, Setting> settings;
    private final Map<String, ValueType> values;
    private final BiFunction<Exchange, CheckSettings, CheckResult> sees;
    private final AtomicInteger examinations = new AtomicInteger();

    private FakeCheck(
            String name,
            Map<String, Setting> settings,
            Map<String, ValueType> values,
            BiFunction<Exchange, CheckSettings, CheckResult> sees) {
        this.name = name;
        this.settings = settings;
        this.values = values;
        this.sees = sees;
    }

    /** A check named {@code words} that finds the words given, each as {@code words.<word>}, and counts them. */
    public static FakeCheck words(int scorePerMille, String... words) {
        return new FakeCheck(
                "words",
                Map.of(
                        "limit", new Setting.WholeNumber(1, 10),
                        "mode", new Setting.Choice(Set.of("strict", "loose")),
                        "allow", new Setting.Texts(20),
                        "terms", new Setting.References(Set.of("terms"))),
                Map.of("count", ValueType.INTEGER, "kinds", ValueType.TEXTS, "byKind", ValueType.DECIMALS_BY_NAME),
                (exchange, settings) -> findWords(exchange, scorePerMille, List.of(words)));
    }

    /** A check named {@code words} that reports whatever the test gives it at that moment. */
    public static FakeCheck reporting(Supplier<CheckResult> result) {
        return new FakeCheck(
                "words", Map.of(), Map.of("count", ValueType.INTEGER), (exchange, settings) -> result.get());
    }

    /** A check named {@code broken} that always throws. */
    public static FakeCheck broken() {
        return new FakeCheck("broken", Map.of(), Map.of("count", ValueType.INTEGER), (exchange, settings) -> {
            throw new IllegalStateException("broken on purpose");
        });
    }

    public static CheckCatalogue catalogue(FakeCheck... checks) {
        return new CheckCatalogue(List.of(checks));
    }

    /** How often the check has looked at an exchange. */
    public int examinations() {
        return examinations.get();
    }

    private static CheckResult findWords(Exchange exchange, int score, List<String> words) {
        List<Finding> findings = exchange.texts().stream()
                .flatMap(text -> words.stream()
                        .filter(text.content()::contains)
                        .map(word -> new Finding(
                                "words." + word,
                                text.path(),
                                text.content().indexOf(word),
                                text.content().indexOf(word) + word.length(),
                                score)))
                .toList();
        return new CheckResult(
                findings.isEmpty() ? 0 : score,
                findings,
                Map.of(
                        "count", (long) findings.size(),
                        "kinds", findings.stream().map(Finding::category).toList(),
                        "byKind", Map.of("any", findings.isEmpty() ? 0.0 : score / 1000.0)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Set<Locale> languages() {
        return Set.of();
    }

    @Override
    public Map<String, Setting> settings() {
        return settings;
    }

    @Override
    public Map<String, ValueType> values() {
        return values;
    }

    @Override
    public CheckResult examine(Exchange exchange, CheckSettings given) {
        examinations.incrementAndGet();
        return sees.apply(exchange, given);
    }
}
