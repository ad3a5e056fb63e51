package dev.surety.launcher.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: politely first, then for certain. */
final class Processes {
    private static final Duration CERTAIN = Duration.ofSeconds(5);

    private Processes() {}

    /** How a process is asked to end in an orderly way. */
    enum Farewell {
        /** SIGTERM, which every program takes for a request to end. */
        TERMINATE,
        /** SIGINT, which tells PostgreSQL not to wait until its clients have left (pg_ctl's mode fast). */
        INTERRUPT
    }

    /** Asks the process to end, and kills it where it has not ended within {@code grace}. */
    static void end(ProcessHandle process, Farewell farewell, Duration grace) {
        ask(process, farewell);
        if (!endsWithin(process, grace)) {
            kill(process);
        }
    }

    private static void ask(ProcessHandle process, Farewell farewell) {
        switch (farewell) {
            case TERMINATE -> {
                // False where the process has just ended; either way the wait that follows tells.
                boolean _ = process.destroy();
            }
            case INTERRUPT -> interrupt(process);
        }
    }

    private static void interrupt(ProcessHandle process) {
        try {
            // Java itself can send no signal but SIGTERM and SIGKILL.
            int _ = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ask(process, Farewell.TERMINATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
