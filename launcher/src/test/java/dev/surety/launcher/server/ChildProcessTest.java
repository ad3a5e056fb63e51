package dev.surety.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.launcher.server.Processes.Farewell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    @TempDir
    Path root;

    private Roster roster;

    @BeforeEach
    void openRoster() {
        roster = Roster.open(new Workspace(root), "test");
    }

    @AfterEach
    void closeRoster() {
        roster.close();
    }

    @Test
    void showsTheEndOfTheLogOfAProcessThatFailsToStart() {
        ChildProcess child = start("echo the disk is full; exit 3");

        assertThatThrownBy(() -> child.awaitReady(Duration.ofSeconds(20), () -> false))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("child ended with exit code 3")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void givesUpOnAProcessThatIsNeverReady() {
        ChildProcess child = start("sleep 60");

        assertThatThrownBy(() -> child.awaitReady(Duration.ofMillis(300), () -> false))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("child was not ready within");
    }

    @Test
    void killsAProcessThatIgnoresBeingAskedToEnd() {
        ChildProcess child = start("trap '' TERM; sleep 60");

        Processes.end(child.handle(), Farewell.TERMINATE, Duration.ofMillis(500));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void saysThatACommandDoesNotExist() {
        assertThatThrownBy(() -> ChildProcess.start(
                        roster, "ghost", List.of("/no/such/command"), Map.of(), root.resolve("ghost.log")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("ghost cannot be started");
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(roster, "child", List.of("sh", "-c", script), Map.of(), root.resolve("child.log"));
    }
}
