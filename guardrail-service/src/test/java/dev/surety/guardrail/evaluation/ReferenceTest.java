package dev.surety.guardrail.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReferenceTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Reference.Part PART = new Reference.Part("returns", "30 days.", FIRST, LAST, Map.of());

    private record Fingerprints(int parts) {}

    @Test
    void computesWhatACheckMakesOfItOnce() {
        Reference reference = new Reference("terms", "delivery", 3, "sha256:1", List.of(PART));
        AtomicInteger computed = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            assertThat(reference.derived(Fingerprints.class, given -> {
                        computed.incrementAndGet();
                        return new Fingerprints(given.parts().size());
                    }))
                    .isEqualTo(new Fingerprints(1));
        }

        assertThat(computed).hasValue(1);
    }

    @Test
    void holdsFromItsFirstDayToItsLast() {
        assertThat(PART.holdsOn(FIRST.minusDays(1))).isFalse();
        assertThat(PART.holdsOn(FIRST)).isTrue();
        assertThat(PART.holdsOn(LAST)).isTrue();
        assertThat(PART.holdsOn(LAST.plusDays(1))).isFalse();
        assertThat(new Reference.Part("always", "Text.", null, null, Map.of()).holdsOn(FIRST))
                .isTrue();
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Reference.Part("odd", "Text.", LAST, FIRST, Map.of()))
                .hasMessage("part odd ends before it begins");
    }
}
