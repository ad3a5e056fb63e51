package dev.surety.kit.database;

/** A statement failed for a reason that trying again does not mend: a fault of ours. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(Throwable cause) {
        super(cause);
    }
}
