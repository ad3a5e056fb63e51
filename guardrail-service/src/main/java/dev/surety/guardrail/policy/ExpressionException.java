package dev.surety.guardrail.policy;

/** An expression has no value for the variables it was given. The message names no value that it saw. */
public final class ExpressionException extends RuntimeException {
    public ExpressionException(String message) {
        super(message, null, false, false);
    }
}
