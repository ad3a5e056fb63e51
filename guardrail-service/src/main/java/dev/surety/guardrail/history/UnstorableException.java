package dev.surety.guardrail.history;

/** What cannot be kept however often it is tried; the message names the reason, not the data. */
public final class UnstorableException extends Exception {
    public UnstorableException(String reason) {
        super(reason);
    }
}
