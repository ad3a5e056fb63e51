package dev.surety.guardrail.decision;

import dev.surety.guardrail.evaluation.CheckResult;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.WaitingCheck;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A check that asks another system, at work on a thread of its own; it is never waited for beyond its time. */
final class Inquiry {
    private final String name;
    private final FutureTask<CheckResult> task;
    private final long started;
    private final Duration time;

    private Inquiry(String name, FutureTask<CheckResult> task, Duration time) {
        this.name = name;
        this.task = task;
        this.time = time;
        this.started = System.nanoTime();
    }

    /** Begins to ask, with as much time as the check's settings and the deadline leave. */
    static Inquiry begin(
            String name, WaitingCheck check, Exchange exchange, CheckSettings settings, Deadline deadline) {
        Duration time = deadline.left(check.patience(settings));
        FutureTask<CheckResult> task = new FutureTask<>(() -> check.examine(exchange, settings, time));
        Inquiry inquiry = new Inquiry(name, task, time);
        var _ = Thread.ofVirtual().name("check-" + name).start(task);
        return inquiry;
    }

    String name() {
        return name;
    }

    long nanos() {
        return System.nanoTime() - started;
    }

    /** What came of it; waits until its time is up, then whatever it still does is called off. */
    Outcome outcome() {
        try {
            long left = time.toNanos() - (System.nanoTime() - started);
            return new Answered(task.get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return new Failed(late, true);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            boolean late = cause instanceof NoAnswerException none && none.reason() == NoAnswerException.Reason.LATE;
            return new Failed(cause == null ? failure : cause, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Failed(interrupted, false);
        } finally {
            var _ = task.cancel(true);
        }
    }

    /** What can come of an inquiry. */
    sealed interface Outcome {}

    /** The check saw something, or saw that there is nothing. */
    record Answered(CheckResult result) implements Outcome {}

    /**
     * The check could not do its work.
     *
     * @param late whether its time was up
     */
    record Failed(Throwable failure, boolean late) implements Outcome {}
}
