package dev.surety.launcher.server;

/** A process that can be started and stopped any number of times, and keeps its port and its data in between. */
public interface Server extends AutoCloseable {
    /** What people call it, such as {@code Kafka}. */
    String name();

    /** Starts the server and returns once it answers. */
    void start();

    /** Whether it was started and its process lives. */
    boolean isRunning();

    /** Stops the server in an orderly way and returns once it is gone; does nothing where it does not run. */
    void stop();

    /** Kills the server the hard way, as a power cut would; what it had acknowledged must survive. */
    void kill();

    @Override
    default void close() {
        stop();
    }
}
