package dev.surety.kit.database;

/** The database cannot be reached, is starting or is shutting down; whether the transaction took effect is not known. */
public final class DatabaseUnavailableException extends RuntimeException {
    public DatabaseUnavailableException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
