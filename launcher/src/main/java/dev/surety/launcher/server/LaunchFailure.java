package dev.surety.launcher.server;

/** Something could not be started or stopped; the message tells the person at the terminal what to do about it. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
