package dev.surety.bias.run.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong now = new AtomicLong(42);
    private final Pace pace = new Pace(10, now::get);

    @Test
    void callsAreATenthOfASecondApart() {
        assertThat(pace.take()).isEqualTo(Duration.ZERO);
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aRestIsNotSavedUpForABurst() {
        assertThat(pace.take()).isEqualTo(Duration.ZERO);
        now.addAndGet(TimeUnit.SECONDS.toNanos(60));

        assertThat(pace.take()).isEqualTo(Duration.ZERO);
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(100));
    }
}
