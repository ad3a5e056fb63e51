package dev.surety.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surety.benchmarks.accuracy.Confusion.Counts;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    private static final double TOLERANCE = 5e-4;

    @Test
    void intervalOfEightOutOfTenIsWilsons() {
        Proportion eight = new Proportion(8, 10);

        assertThat(eight.lower()).isCloseTo(0.4902, within(TOLERANCE));
        assertThat(eight.upper()).isCloseTo(0.9433, within(TOLERANCE));
    }

    @Test
    void intervalOfNoneOutOfTenStaysAboveZeroAtItsUpperEndOnly() {
        Proportion none = new Proportion(0, 10);

        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.2775, within(TOLERANCE));
    }

    @Test
    void f2WeighsRecallFourTimes() {
        Counts counts = new Counts(6, 4, 2, 0);

        assertThat(counts.f2()).isCloseTo(30.0 / 42.0, within(1e-12));
    }

    @Test
    void balancedAccuracyIsTheMeanOfBothSides() {
        Counts counts = new Counts(9, 20, 1, 80);

        assertThat(counts.balancedAccuracy()).isCloseTo(0.85, within(1e-12));
    }

    @Test
    void bootstrapSaysTheSameOnEveryRun() {
        assertThat(confusion().f2Cell()).isEqualTo(confusion().f2Cell()).startsWith("0.714 (");
    }

    private static Confusion confusion() {
        Confusion confusion = new Confusion();
        for (int i = 0; i < 6; i++) {
            confusion.add(true, true);
        }
        for (int i = 0; i < 4; i++) {
            confusion.add(false, true);
        }
        confusion.add(true, false);
        confusion.add(true, false);
        return confusion;
    }
}
