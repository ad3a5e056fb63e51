package dev.surety.tlog.tile;

import java.util.NoSuchElementException;

/** Says that a log does not serve a file that a log of its size must have. */
public final class MissingResourceException extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    private final String path;

    public MissingResourceException(String path) {
        super(path + " is missing");
        this.path = path;
    }

    /** The path of the file relative to the log's prefix. */
    public String path() {
        return path;
    }
}
