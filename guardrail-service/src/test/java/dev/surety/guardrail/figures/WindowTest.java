package dev.surety.guardrail.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "15m,2026-11-23T09:46:00Z,2026-11-23T10:01:00Z,15",
        "1h,2026-11-23T09:01:00Z,2026-11-23T10:01:00Z,60",
        "24h,2026-11-22T10:15:00Z,2026-11-23T10:15:00Z,96",
        "7d,2026-11-16T12:00:00Z,2026-11-23T12:00:00Z,84"
    })
    void endsWithTheStepThatIsGoingOn(String name, Instant start, Instant end, int steps) {
        Instant now = Instant.parse("2026-11-23T10:00:30Z");
        Window window = Window.named(name).orElseThrow();

        assertThat(window.start(now)).isEqualTo(start);
        assertThat(window.end(now)).isEqualTo(end);
        assertThat(window.steps(now)).hasSize(steps).startsWith(start).endsWith(end.minus(window.step()));
    }

    @ParameterizedTest
    @EnumSource
    void beginsANewStepExactlyOnTime(Window window) {
        Instant edge = Instant.parse("2026-11-23T12:00:00Z");

        assertThat(window.end(edge)).isEqualTo(edge.plus(window.step()));
        assertThat(window.end(edge.minus(Duration.ofNanos(1)))).isEqualTo(edge);
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(Window.named("30d")).isEmpty();
    }
}
