package dev.surety.guardrail.detector;

import static java.util.Objects.requireNonNull;

import dev.surety.guardrail.evaluation.NoAnswerException;
import dev.surety.guardrail.evaluation.NoAnswerException.Reason;
import dev.surety.guardrail.evaluation.check.remote.Detector;
import dev.surety.guardrail.evaluation.check.remote.Verdict;
import java.time.Duration;
import java.util.List;

/** A detector that is asked no more often than its budget allows, and not while it keeps failing. */
final class GuardedDetector implements Detector {
    private final Detector detector;
    private final CallBudget budget;
    private final CircuitBreaker breaker;
    private final Duration fair;

    /**
     * Guards {@code detector}.
     *
     * @param fair the time that a detector must at least have had for being late to count against it
     */
    GuardedDetector(Detector detector, CallBudget budget, CircuitBreaker breaker, Duration fair) {
        this.detector = requireNonNull(detector, "detector");
        this.budget = requireNonNull(budget, "budget");
        this.breaker = requireNonNull(breaker, "breaker");
        this.fair = requireNonNull(fair, "fair");
    }

    @Override
    public String identity() {
        return detector.identity();
    }

    @Override
    public List<Verdict> judge(List<String> texts, Duration time) {
        if (!time.isPositive()) {
            throw new NoAnswerException(Reason.LATE, "there was no time left to ask");
        }
        if (!budget.take()) {
            throw new NoAnswerException(Reason.BUSY, "the budget of calls is spent");
        }
        try {
            if (!breaker.admits()) {
                throw new NoAnswerException(Reason.RESTING, "the detector failed repeatedly and is left alone");
            }
            return counted(texts, time);
        } finally {
            budget.release();
        }
    }

    private List<Verdict> counted(List<String> texts, Duration time) {
        boolean settled = false;
        try {
            List<Verdict> verdicts = detector.judge(texts, time);
            breaker.succeeded();
            settled = true;
            return verdicts;
        } catch (NoAnswerException none) {
            if (none.reason() != Reason.LATE || time.compareTo(fair) >= 0) {
                breaker.failed();
                settled = true;
            }
            throw none;
        } finally {
            if (!settled) {
                breaker.undecided();
            }
        }
    }
}
