package dev.surety.launcher;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.display.Ink;
import dev.surety.launcher.display.Progress;
import dev.surety.launcher.server.LaunchFailure;
import dev.surety.launcher.server.Roster;
import dev.surety.launcher.server.Workspace;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import dev.surety.launcher.suite.SuitePorts;
import dev.surety.launcher.suite.SuiteSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One suite in the foreground: starts it, keeps it until someone stops it or a part falls, and cleans up. */
final class SuiteRun implements AutoCloseable {
    /** How the roster names programs that run a suite. */
    static final String PURPOSE = "suite";

    private static final Duration WATCH = Duration.ofMillis(500);

    private final Roster roster;
    private final Suite suite;

    private SuiteRun(Roster roster, Suite suite) {
        this.roster = roster;
        this.suite = suite;
    }

    /**
     * Starts a suite.
     *
     * @param keep whether its data outlives it; a suite that keeps goes on with what the last one kept
     */
    static SuiteRun start(Progress progress, SuitePorts ports, boolean nativeImages, boolean keep) {
        requireNonNull(ports, "ports");
        Workspace workspace = Workspace.locate();
        boolean alone = Roster.running(workspace, PURPOSE).isEmpty();
        List<String> leftovers = Roster.endLeftovers(workspace);
        if (!leftovers.isEmpty()) {
            progress.say("Ended what a killed suite had left: " + String.join(", ", leftovers));
        }
        if (keep && !alone) {
            throw new LaunchFailure(
                    "Another suite runs here, and only one can keep its data. Stop it with ./surety down.");
        }
        requireFree(ports, alone);
        Path logs = alone ? workspace.logs() : workspace.logs().resolve("beside");
        clear(logs);
        Roster roster = Roster.open(workspace, PURPOSE);
        roster.beforeEnding(() -> progress.say("Stopping everything …"));
        Path data = keep ? workspace.keptData() : roster.scratch();
        Suite suite = new Suite(roster, new SuiteSettings(ports, data, logs, nativeImages));
        SuiteRun run = new SuiteRun(roster, suite);
        try {
            progress.say(
                    progress.ink().strong("Starting Surety") + progress.ink().faint("  (logs in %s)".formatted(logs)));
            suite.start(progress);
            return run;
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private static void requireFree(SuitePorts ports, boolean alone) {
        try {
            ports.requireAllFree();
        } catch (LaunchFailure taken) {
            throw alone
                    ? taken
                    : new LaunchFailure(
                            taken.getMessage() + " A suite runs here already; ./surety down stops it.", taken);
        }
    }

    /** Deletes the logs of the last suite; the build's log is not one of them. */
    private static void clear(Path logs) {
        try {
            for (Part part : Part.values()) {
                Files.deleteIfExists(logs.resolve(part.key() + ".log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clean " + logs, e);
        }
    }

    /** What everybody who sees a suite of local mode must read. */
    static String warning(Ink ink) {
        return ink.bad("LOCAL MODE, not for production:")
                + " passwords are public knowledge and nothing is encrypted in transit.";
    }

    Suite suite() {
        return suite;
    }

    /** Returns never normally: ends with the program, or with a failure that names the part that fell. */
    void keepRunning() {
        while (!suite.isEnding()) {
            Optional<Part> fallen = suite.fallen();
            if (fallen.isPresent() && !suite.isEnding()) {
                throw new LaunchFailure("%s has ended unexpectedly; see %s"
                        .formatted(
                                fallen.get().title(),
                                suite.settings().logs().resolve(fallen.get().key() + ".log")));
            }
            try {
                Thread.sleep(WATCH);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        roster.close();
    }
}
