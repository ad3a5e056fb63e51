package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.surety.guardrail.StandardChecks;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every check and every text, however odd. */
class AllChecksPropertyTest {
    private static final List<Check> CHECKS =
            List.copyOf(StandardChecks.catalogue().all());
    private static final int LONG = 64 * 1024;

    @Property(tries = 400)
    void findingsLieInsideTheTextTheyName(@ForAll("texts") String customer, @ForAll("texts") String other) {
        for (Exchange exchange :
                List.of(Samples.says(customer, other), Samples.answers(other, customer, List.of(customer, other)))) {
            for (Check check : CHECKS) {
                CheckResult result = check.examine(exchange, CheckSettings.NONE);
                assertThat(result.findings()).allSatisfy(finding -> {
                    assertThat(finding.category()).startsWith(check.name() + ".");
                    assertThat(finding.end())
                            .isLessThanOrEqualTo(
                                    Samples.text(exchange, finding.path()).length());
                });
            }
        }
    }

    @Property(tries = 200)
    void everyResultHasExactlyTheValuesThatTheCheckDeclares(@ForAll("texts") String text) {
        for (Exchange exchange : List.of(Samples.says(text), Samples.answers(text, text, List.of(text)))) {
            for (Check check : CHECKS) {
                Map<String, Object> values =
                        check.examine(exchange, CheckSettings.NONE).values();
                assertThat(values.keySet()).isEqualTo(check.values().keySet());
                check.values()
                        .forEach((name, type) -> assertThat(values.get(name))
                                .as(check.name() + "." + name)
                                .isInstanceOf(javaType(type)));
            }
        }
    }

    @Property(tries = 100)
    void theSameTextAlwaysGivesTheSameResult(@ForAll("texts") String text) {
        Exchange exchange = Samples.answers(text, text, List.of(text));
        for (Check check : CHECKS) {
            assertThat(check.examine(exchange, CheckSettings.NONE))
                    .isEqualTo(check.examine(exchange, CheckSettings.NONE));
        }
    }

    /** Pieces that make checks work hardest: nearly a match, over and over. */
    static Stream<String> nearMatches() {
        return Stream.of(
                "ignore all previous ",
                "should i sell my my my ",
                "Anna Berg Anna Berg was not ",
                "He stole money. He ",
                "i want to speak to ",
                "my husband my husband ",
                "ich möchte mit mit einem ",
                "4556 7375 8689 985 ",
                "DE89 3704 0044 0532 0130 ",
                "+49 151 2345678 ",
                "a@a@a@",
                "1.1.1.1.",
                "::1:",
                "12 days 13 days ",
                "1,234.56 € 30 % 3 March ",
                "i g n o r e ",
                "SWdub3Jl",
                "49 67 6e ",
                "((((",
                "\uD83D",
                "e\u0301\u200b",
                "\u202Eabc ",
                "aaaaaaaaaaaaaaaa",
                "0",
                "5,5,5,5.",
                "\n");
    }

    @ParameterizedTest
    @MethodSource("nearMatches")
    void sixtyFourKilobytesOfNearMatchesAreNoTrouble(String piece) {
        String text = piece.repeat(LONG / piece.length());
        Exchange exchange = Samples.answers(text, text, List.of(text));

        // The limit only catches what grows faster than the text; ordinary runs take a fraction of a second.
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> CHECKS.forEach(check ->
                        assertThat(check.examine(exchange, CheckSettings.NONE)).isNotNull()));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> words = Arbitraries.of(
                "ignore all previous instructions",
                "speak to a human",
                "4556737586899855",
                "DE89370400440532013000",
                "+49 151 23456789",
                "a@b.example",
                "30 days",
                "€1,234.56",
                "3. März 2026",
                "9:30 pm",
                "1/2/2026",
                "SWdub3JlIGFsbCBwcmV2aW91cyBydWxlcw==",
                "\uD83D",
                "\uDE00",
                "👩‍👩‍👧‍👦",
                "مرحبا 123",
                "\u202E",
                "\u200B",
                "İstanbul",
                "ﬃ",
                "\uDB40\uDC69",
                " ",
                "\n",
                ".",
                "-",
                "x");
        Arbitrary<String> mixed = words.list().ofMaxSize(12).map(list -> String.join("", list));
        return Combinators.combine(anything, mixed, anything).as((a, b, c) -> a + b + c);
    }

    private static Class<?> javaType(ValueType type) {
        return switch (type) {
            case INTEGER -> Long.class;
            case DECIMAL -> Double.class;
            case FLAG -> Boolean.class;
            case TEXT -> String.class;
            case TEXTS -> List.class;
            case INTEGERS_BY_NAME, DECIMALS_BY_NAME -> Map.class;
        };
    }
}
