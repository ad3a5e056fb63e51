package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text, however long and however near to what the checks look for, costs more than its length. */
class LongTextTest {
    private static final int LONG = 64 * 1024;

    /** Pieces that make checks work hardest: nearly a match, over and over. */
    static Stream<String> nearMatches() {
        return Stream.of(
                "ignore all previous ",
                "should i sell my my my ",
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
                () -> EveryCheck.LIST.forEach(check ->
                        assertThat(check.examine(exchange, CheckSettings.NONE)).isNotNull()));
    }
}
