package dev.surety.guardrail.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A system that a check asks gave no answer that can be used. It never carries text of the exchange or of the answer. */
public final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is none. */
    public enum Reason {
        /** The answer was not there in time. */
        LATE,
        /** The budget of calls is spent, so nothing was asked. */
        BUSY,
        /** The system failed again and again, so it is left alone for a while. */
        RESTING,
        /** There was no connection, or it broke. */
        AWAY,
        /** The system answered with an error. */
        REFUSED,
        /** The answer is not what its interface promises. */
        UNREADABLE,
        /** No such system is installed. */
        NOT_INSTALLED;

        /** The name in logs and metrics. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public NoAnswerException(Reason reason, String message) {
        super(requireNonNull(reason, "reason").wireName() + ": " + message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
