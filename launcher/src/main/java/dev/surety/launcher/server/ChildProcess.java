package dev.surety.launcher.server;

import static java.util.Objects.requireNonNull;

import dev.surety.launcher.server.Processes.Farewell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A process of ours: on the roster while it runs, with a log file of its own. */
public final class ChildProcess {
    private static final int LINES_TO_SHOW = 15;
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final String name;
    private final Process process;
    private final Path log;
    private final Roster roster;

    private ChildProcess(String name, Process process, Path log, Roster roster) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.roster = roster;
    }

    /**
     * Starts a process; what it prints goes to the end of {@code log}.
     *
     * @param environment added to the environment of this program
     */
    public static ChildProcess start(
            Roster roster, String name, List<String> command, Map<String, String> environment, Path log) {
        requireNonNull(roster, "roster");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            roster.enter(name, process.toHandle(), Farewell.TERMINATE);
            return new ChildProcess(name, process, log, roster);
        } catch (IOException e) {
            throw new LaunchFailure("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process itself, for those who want to watch it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Returns once {@code ready} holds; fails as soon as the process ends or {@code limit} has passed. */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LaunchFailure("%s ended with exit code %d while it was starting. The end of %s:%n%s"
                        .formatted(name, process.exitValue(), log, lastLines()));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new LaunchFailure("%s was not ready within %d seconds. The end of %s:%n%s"
                        .formatted(name, limit.toSeconds(), log, lastLines()));
            }
            pause();
        }
    }

    /** Waits until the process has ended by itself, and returns its exit code. */
    int await(Duration limit) {
        if (!Processes.endsWithin(process.toHandle(), limit)) {
            kill();
            throw new LaunchFailure("%s took longer than %d seconds. The end of %s:%n%s"
                    .formatted(name, limit.toSeconds(), log, lastLines()));
        }
        roster.leave(name);
        return process.exitValue();
    }

    /** Asks the process to end, and kills it where it does not. */
    public void stop() {
        Processes.end(process.toHandle(), Farewell.TERMINATE, GRACE);
        roster.leave(name);
    }

    /** Kills the process the hard way. */
    public void kill() {
        Processes.kill(process.toHandle());
        roster.leave(name);
    }

    String lastLines() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
        } catch (IOException e) {
            return "(there is no log: " + e.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while waiting for a process to start.", e);
        }
    }
}
