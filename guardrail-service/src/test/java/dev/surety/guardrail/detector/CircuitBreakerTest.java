package dev.surety.guardrail.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final CircuitBreaker breaker = new CircuitBreaker(3, Duration.ofSeconds(10), now::get);

    @Test
    void opensAfterThatManyFailuresInARow() {
        fail(2);
        assertThat(breaker.admits()).isTrue();

        breaker.failed();

        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void successInBetweenStartsTheCountAnew() {
        fail(2);
        breaker.succeeded();
        fail(2);

        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void letsExactlyOneCallThroughAfterTheRest() {
        fail(3);

        pass(9_999);
        assertThat(breaker.admits()).isFalse();
        pass(1);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void aTrialThatSucceedsClosesIt() {
        fail(3);
        pass(10_000);
        assertThat(breaker.admits()).isTrue();

        breaker.succeeded();

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aTrialThatFailsKeepsItOpenForAnotherRest() {
        fail(3);
        pass(10_000);
        assertThat(breaker.admits()).isTrue();

        breaker.failed();

        pass(9_999);
        assertThat(breaker.admits()).isFalse();
        pass(1);
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void aTrialThatSaysNothingIsFollowedByAnother() {
        fail(3);
        pass(10_000);
        assertThat(breaker.admits()).isTrue();

        breaker.undecided();

        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void callsThatBeganBeforeItOpenedDoNotProlongTheRest() {
        fail(3);
        pass(9_000);
        breaker.failed();
        pass(1_000);

        assertThat(breaker.admits()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.admits()).isTrue();
            breaker.failed();
        }
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
