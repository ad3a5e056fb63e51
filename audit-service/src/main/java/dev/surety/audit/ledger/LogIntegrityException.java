package dev.surety.audit.ledger;

/**
 * The log is not what it was when it was last signed: it is behind, or it is another one. Going on would fork it, so
 * nothing is appended and nothing is signed until an operator has acted. The message says what was found and what to do.
 */
public final class LogIntegrityException extends RuntimeException {
    public LogIntegrityException(String message) {
        super(message);
    }
}
