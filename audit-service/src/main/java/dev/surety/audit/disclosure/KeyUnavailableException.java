package dev.surety.audit.disclosure;

/** A key that is needed is missing, damaged, or not the one that it should be; an operator has to bring it back. */
public final class KeyUnavailableException extends RuntimeException {
    public KeyUnavailableException(String message) {
        super(message);
    }

    public KeyUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
