package dev.surety.guardrail.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void isExactAtTheBoundsOfTheBuckets() {
        Latency latency = latency(100, 40_000, 50, 95, 99, 99, 100);

        assertThat(latency.percentileMicros(500)).isEqualTo(1_000);
        assertThat(latency.percentileMicros(950)).isEqualTo(3_000);
        assertThat(latency.percentileMicros(990)).isEqualTo(5_000);
    }

    @Test
    void spreadsTheDecisionsOfABucketEvenly() {
        assertThat(latency(10, 900, 10, 10, 10, 10, 10).percentileMicros(500)).isEqualTo(500);
        assertThat(latency(4, 3_000, 0, 4, 4, 4, 4).percentileMicros(500)).isEqualTo(2_000);
    }

    @Test
    void neverExceedsTheLongest() {
        assertThat(latency(1, 640, 1, 1, 1, 1, 1).percentileMicros(990)).isEqualTo(640);
        assertThat(latency(100, 80_000, 0, 0, 0, 0, 50).percentileMicros(990)).isBetween(50_000L, 80_000L);
        assertThat(latency(100, 80_000, 0, 0, 0, 0, 50).percentileMicros(1000)).isEqualTo(80_000);
    }

    @Test
    void isZeroWithoutDecisions() {
        assertThat(latency(0, 0, 0, 0, 0, 0, 0).percentileMicros(500)).isZero();
    }

    private static Latency latency(
            long decisions, long max, long one, long three, long five, long fifteen, long fifty) {
        return new Latency(
                decisions,
                max,
                List.of(
                        new Latency.Bucket(1_000, one),
                        new Latency.Bucket(3_000, three),
                        new Latency.Bucket(5_000, five),
                        new Latency.Bucket(15_000, fifteen),
                        new Latency.Bucket(50_000, fifty)));
    }
}
