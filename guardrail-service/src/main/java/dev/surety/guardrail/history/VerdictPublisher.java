package dev.surety.guardrail.history;

/** Writes verdicts down where the log and the history find them. */
public interface VerdictPublisher {
    /**
     * Returns once the verdict is durable.
     *
     * @throws UnpublishedException when that could not be confirmed in time; it may appear nevertheless
     */
    void publish(Verdict verdict, String conversation) throws UnpublishedException;

    /** The broker did not acknowledge. */
    final class UnpublishedException extends Exception {
        public UnpublishedException(Throwable cause) {
            super(cause);
        }
    }
}
