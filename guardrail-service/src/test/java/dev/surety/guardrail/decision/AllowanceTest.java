package dev.surety.guardrail.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Allowance allowance = new Allowance(3, clock);

    @Test
    void grantsAMinutesWorthAtOnceAndThenSaysHowLongToWait() {
        assertThat(allowance.take("pia")).isEmpty();
        assertThat(allowance.take("pia")).isEmpty();
        assertThat(allowance.take("pia")).isEmpty();

        assertThat(allowance.take("pia")).contains(Duration.ofSeconds(20));
    }

    @Test
    void grantsAgainAfterTheTimeThatItNamed() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("pia")).isEmpty();
        }
        Duration wait = allowance.take("pia").orElseThrow();

        now.updateAndGet(instant -> instant.plus(wait));

        assertThat(allowance.take("pia")).isEmpty();
        assertThat(allowance.take("pia")).isPresent();
    }

    @Test
    void countsEachPersonAlone() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("pia")).isEmpty();
        }

        assertThat(allowance.take("paul")).isEmpty();
    }

    @Test
    void savesUpNoMoreThanAMinutesWorth() {
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("pia")).isEmpty();
        }

        assertThat(allowance.take("pia")).isPresent();
    }
}
