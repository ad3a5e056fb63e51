package dev.surety.guardrail.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void givesNoMorePlacesAtOnceThanThereAre() {
        CallBudget budget = new CallBudget(2, 100, now::get);

        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
        budget.release();
        assertThat(budget.take()).isTrue();
    }

    @Test
    void givesNoMoreCallsPerSecondThanAgreed() {
        CallBudget budget = new CallBudget(10, 4, now::get);

        assertThat(taken(budget)).isEqualTo(4);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(249));
        assertThat(taken(budget)).isZero();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
        assertThat(taken(budget)).isEqualTo(1);
    }

    @Test
    void savesNoMoreThanOneSecondsWorth() {
        CallBudget budget = new CallBudget(10, 4, now::get);
        assertThat(taken(budget)).isEqualTo(4);

        now.addAndGet(TimeUnit.HOURS.toNanos(3));

        assertThat(taken(budget)).isEqualTo(4);
    }

    @Test
    void aRefusedCallCostsNothing() {
        CallBudget budget = new CallBudget(1, 4, now::get);
        assertThat(budget.take()).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take()).isFalse();
        }
        budget.release();

        assertThat(taken(budget)).isEqualTo(3);
    }

    private static int taken(CallBudget budget) {
        int taken = 0;
        while (budget.take()) {
            budget.release();
            taken++;
        }
        return taken;
    }
}
