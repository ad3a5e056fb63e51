package dev.surety.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.launcher.server.Processes.Farewell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTest {
    private static final List<String> SLEEP = List.of("sleep", "300");

    @TempDir
    Path root;

    @Test
    void endsItsProcessesAndDeletesTheirDataWhenItCloses() throws IOException {
        // Given
        Roster roster = Roster.open(new Workspace(root), "test");
        ChildProcess child = ChildProcess.start(roster, "sleeper", SLEEP, Map.of(), root.resolve("sleeper.log"));
        Files.createDirectories(roster.scratch().resolve("data"));

        // When
        roster.close();

        // Then
        assertThat(child.isAlive()).isFalse();
        assertThat(new Workspace(root).runs()).isEmptyDirectory();
    }

    @Test
    void endsExactlyWhatAKilledProgramHasLeft() throws IOException, InterruptedException {
        // Given a program that has started a process
        Process program = program();
        ProcessHandle orphan = orphanOf(program);
        ProcessHandle bystander = new ProcessBuilder(SLEEP).start().toHandle();
        try {
            // and is killed, so that it can end nothing itself
            program.destroyForcibly();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(orphan.isAlive()).isTrue();

            // When
            List<String> ended = Roster.endLeftovers(new Workspace(root));

            // Then
            assertThat(ended).containsExactly("sleeper");
            assertThat(Processes.endsWithin(orphan, Duration.ofSeconds(10))).isTrue();
            assertThat(bystander.isAlive()).isTrue();
            assertThat(new Workspace(root).runs()).isEmptyDirectory();
        } finally {
            Processes.kill(bystander);
            Processes.kill(orphan);
        }
    }

    @Test
    void leavesTheProcessesOfALivingProgramAlone() throws IOException {
        Process program = program();
        try {
            ProcessHandle child = orphanOf(program);

            List<String> ended = Roster.endLeftovers(new Workspace(root));

            assertThat(ended).isEmpty();
            assertThat(child.isAlive()).isTrue();
            assertThat(Roster.running(new Workspace(root), "program"))
                    .extracting(ProcessHandle::pid)
                    .containsExactly(program.pid());
        } finally {
            Processes.end(program.toHandle(), Farewell.TERMINATE, Duration.ofSeconds(20));
        }
    }

    @Test
    void endsItsProcessesWhenTheProgramIsAskedToEnd() throws IOException {
        Process program = program();
        ProcessHandle child = orphanOf(program);

        Processes.end(program.toHandle(), Farewell.TERMINATE, Duration.ofSeconds(20));

        assertThat(Processes.endsWithin(child, Duration.ofSeconds(5))).isTrue();
        assertThat(new Workspace(root).runs()).isEmptyDirectory();
    }

    @Test
    void neverEndsAProcessThatWasGivenTheNumberOfAnother() throws IOException {
        // Given a process whose recorded start is an hour off
        ProcessHandle recycled = new ProcessBuilder(SLEEP).start().toHandle();
        try {
            ProcessIdentity identity = ProcessIdentity.of(recycled);
            ProcessIdentity earlier =
                    new ProcessIdentity(identity.pid(), identity.startedAt().minus(Duration.ofHours(1)));

            assertThat(identity.find()).contains(recycled);
            assertThat(earlier.find()).isEmpty();
        } finally {
            Processes.kill(recycled);
        }
    }

    private Process program() throws IOException {
        return new ProcessBuilder(JavaCommand.withHeap(64)
                        .main(
                                System.getProperty("java.class.path"),
                                SleepingProgram.class.getName(),
                                List.of(root.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle orphanOf(Process program) throws IOException {
        BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
        return ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
    }

    /** Puts one process on its roster, prints its number, and waits to be ended. */
    static final class SleepingProgram {
        private SleepingProgram() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path root = Path.of(arguments[0]);
            Roster roster = Roster.open(new Workspace(root), "program");
            ChildProcess child = ChildProcess.start(roster, "sleeper", SLEEP, Map.of(), root.resolve("sleeper.log"));
            System.out.println(child.handle().pid());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
