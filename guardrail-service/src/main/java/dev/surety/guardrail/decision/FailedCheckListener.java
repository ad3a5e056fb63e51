package dev.surety.guardrail.decision;

/** Hears of checks that failed on an exchange, so that a defect is noticed and not only survived. */
@FunctionalInterface
public interface FailedCheckListener {
    /** The check of that name threw; the failure's message may carry text of the exchange. */
    void failed(String check, Throwable failure);
}
