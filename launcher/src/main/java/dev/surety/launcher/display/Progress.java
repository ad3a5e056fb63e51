package dev.surety.launcher.display;

import java.time.Duration;

/** Shows what is going on; may be called from several threads. */
public interface Progress extends AutoCloseable {
    /** A piece of work has begun. */
    void begin(String work);

    /**
     * The work is done.
     *
     * @param detail what came of it, such as an address
     */
    void done(String work, String detail, Duration took);

    /** The work has failed; the reason is told elsewhere. */
    void failed(String work);

    /** Shows nothing more of work that goes on; lines for the reader still come through. */
    void rest();

    /** A line for the reader. */
    void say(String line);

    /** How this display paints. */
    Ink ink();

    @Override
    default void close() {
        rest();
    }
}
