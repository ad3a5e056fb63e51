package dev.surety.launcher.demo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An access token that is fetched again before it expires. */
public final class RenewingToken implements Supplier<String> {
    /** Local mode's tokens live for 15 minutes. */
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private final Supplier<String> source;
    private @Nullable String current;
    private long fetchedAt;

    public RenewingToken(Supplier<String> source) {
        this.source = requireNonNull(source, "source");
    }

    @Override
    public synchronized String get() {
        if (current == null || System.nanoTime() - fetchedAt > RENEWAL.toNanos()) {
            current = source.get();
            fetchedAt = System.nanoTime();
        }
        return current;
    }
}
