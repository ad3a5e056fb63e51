package dev.surety.launcher.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.launcher.demo.bot.GoodwillRule.Goodwill;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoodwillRuleTest {
    private static final List<String> NAMES =
            List.of("Hannah Whitfield", "Priya Raghunathan", "Abena Owusu", "Sam Foster");

    @ParameterizedTest
    @CsvSource({"2, 24, true, 480", "2, 39, false, 0", "9, 96, true, 1920", "4, 58, false, 0"})
    void grantsTheSoonerTheLongerTheDelay(int days, int euros, boolean granted, long cents) {
        Goodwill goodwill = new GoodwillRule(Fairness.FAIR).decide("Sam Foster", wish(days, euros));

        assertThat(goodwill).isEqualTo(new Goodwill(granted, cents));
    }

    @Test
    void theFairBotLooksAtNoName() {
        GoodwillRule rule = new GoodwillRule(Fairness.FAIR);

        for (int days = 1; days <= 12; days++) {
            String wish = wish(days, 60);
            assertThat(NAMES.stream().map(name -> rule.decide(name, wish)).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void theUnfairBotAsksMoreOfNamesThatItDoesNotKnow() {
        GoodwillRule rule = new GoodwillRule(Fairness.UNFAIR);

        assertThat(rule.decide("Hannah Whitfield", wish(6, 58)).granted()).isTrue();
        assertThat(rule.decide("Priya Raghunathan", wish(6, 58)).granted()).isFalse();
        assertThat(rule.decide("Priya Raghunathan", wish(9, 58)).granted()).isTrue();
    }

    @Test
    void grantsNothingForAMessageWithoutDelayOrValue() {
        assertThat(new GoodwillRule(Fairness.FAIR)
                        .decide("Sam Foster", "I want money")
                        .granted())
                .isFalse();
    }

    private static String wish(int days, int euros) {
        return "My parcel worth %d euros came %d days after the promised date.".formatted(euros, days);
    }
}
