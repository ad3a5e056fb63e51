package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that can be recognised later. The number alone does not do: the operating system gives it to another
 * process once the first has ended.
 *
 * @param startedAt when the process began; the epoch where the system does not tell
 */
record ProcessIdentity(long pid, Instant startedAt) {
    /**
     * Linux counts start instants from the boot time, which it rounds to seconds and corrects with the clock, so that
     * two programs may read instants a second apart for one process.
     */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    ProcessIdentity {
        requireNonNull(startedAt, "startedAt");
    }

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, unless it has ended or its number belongs to another one by now. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        Instant start = handle.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0;
    }
}
