package dev.surety.launcher.demo;

import dev.surety.launcher.server.LaunchFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what comes about by itself, because events take their way through Kafka. */
final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** What {@code attempt} finds, tried again until it finds something or {@code limit} has passed. */
    static <T> Optional<T> await(Duration limit, Supplier<Optional<T>> attempt) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> found = attempt.get();
            if (found.isPresent() || System.nanoTime() - deadline > 0) {
                return found;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LaunchFailure("Interrupted while waiting.", e);
            }
        }
    }
}
