package dev.surety.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTraceTest {

    @Test
    void tellsWhereWithoutTellingWhat() {
        // When
        String trace = new FaultTrace(
                        new IllegalStateException("Mr Smith's card", new IllegalArgumentException("4111 1111")))
                .toString();

        // Then
        assertThat(trace)
                .startsWith("java.lang.IllegalStateException\n  at dev.surety.kit.problem.FaultTraceTest.")
                .contains("\ncaused by java.lang.IllegalArgumentException\n  at ")
                .doesNotContain("Smith", "4111");
    }

    @Test
    void endsWhereCausesGoInCircles() {
        // Given
        Exception inner = new IllegalStateException();
        Exception outer = new IllegalStateException(inner);
        inner.initCause(outer);

        // When / Then
        assertThat(new FaultTrace(outer).toString().split("caused by")).hasSize(8);
    }
}
