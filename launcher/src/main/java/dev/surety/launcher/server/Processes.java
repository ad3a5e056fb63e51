package dev.surety.launcher.server;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: politely first, then for certain. */
final class Processes {
    private static final Duration CERTAIN = Duration.ofSeconds(5);

    private Processes() {}

    /** Asks the process to end, and kills it where it has not ended within {@code grace}. */
    static void end(ProcessHandle process, Duration grace) {
        // False where the process has just ended; either way the wait below tells.
        boolean _ = process.destroy();
        if (!endsWithin(process, grace)) {
            kill(process);
        }
    }

    /** Kills the process and returns once it is gone. */
    static void kill(ProcessHandle process) {
        boolean _ = process.destroyForcibly();
        boolean _ = endsWithin(process, CERTAIN);
    }

    static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
