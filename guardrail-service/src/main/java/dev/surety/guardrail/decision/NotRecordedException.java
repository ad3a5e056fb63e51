package dev.surety.guardrail.decision;

/** A decision could not be written down in time, so nobody may act on it. */
public final class NotRecordedException extends Exception {
    public NotRecordedException(Throwable cause) {
        super("The record was not acknowledged", cause);
    }
}
