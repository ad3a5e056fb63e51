package dev.surety.launcher;

import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/** {@code ./surety down}: stops a suite that runs in another terminal, and what a killed one has left. */
@Command(name = "down", description = "Stops the suite that runs in another terminal.")
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Progress progress;

    DownCommand(Progress progress) {
        this.progress = progress;
    }

    @Override
    public Integer call() {
        Workspace workspace = Workspace.locate();
        List<ProcessHandle> suites = Roster.running(workspace, SuiteRun.PURPOSE);
        suites.forEach(this::stop);
        List<String> leftovers = Roster.endLeftovers(workspace);
        if (!leftovers.isEmpty()) {
            progress.say("Ended what a killed suite had left: " + String.join(", ", leftovers));
        }
        if (suites.isEmpty() && leftovers.isEmpty()) {
            progress.say("Nothing of Surety runs here.");
        }
        return 0;
    }

    private void stop(ProcessHandle suite) {
        progress.begin("Stopping the suite of process " + suite.pid());
        long begin = System.nanoTime();
        // False where it has just ended by itself.
        boolean _ = suite.destroy();
        try {
            suite.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LaunchFailure(
                    "The suite of process %d does not stop. End that process, then call ./surety down again."
                            .formatted(suite.pid()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while the suite was stopping.", e);
        }
        progress.done("Stopping the suite of process " + suite.pid(), "", Duration.ofNanos(System.nanoTime() - begin));
    }
}
