package dev.surety.guardrail.decision.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PreviewGateTest {
    private static final Clock STANDING = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void refusesSomebodyWhoAsksTooOftenAndNobodyElse() {
        PreviewGate gate = new PreviewGate(2, 5, STANDING);
        assertThat(gate.pass("acme", "pia", () -> 1)).isEqualTo(1);
        assertThat(gate.pass("acme", "pia", () -> 2)).isEqualTo(2);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gate.pass("acme", "pia", () -> 3))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(429);
                    assertThat(refused.problem().type()).isEqualTo(ProblemTypes.TOO_MANY_REQUESTS);
                    assertThat(refused.headers()).containsEntry("Retry-After", "31");
                });
        assertThat(gate.pass("globex", "pia", () -> 4)).isEqualTo(4);
    }

    @Test
    void letsNoMoreInThanThereArePlaces() {
        PreviewGate gate = new PreviewGate(10, 1, STANDING);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> gate.pass("acme", "pia", () -> gate.pass("acme", "paul", () -> 1)))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(429));
    }

    @Test
    void givesThePlaceBackWhenTheWorkFails() {
        PreviewGate gate = new PreviewGate(10, 1, STANDING);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> gate.pass("acme", "pia", () -> {
                    throw new IllegalStateException();
                }));
        assertThat(gate.pass("acme", "pia", () -> 1)).isEqualTo(1);
    }
}
