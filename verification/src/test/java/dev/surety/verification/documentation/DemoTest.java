package dev.surety.verification.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.launcher.server.Workspace;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.SuitePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that the README promises. */
class DemoTest {
    @TempDir
    Path folder;

    @Test
    void suretyDemoShowsEveryStepAndEndsWithZero() throws Exception {
        // Given
        Path root = Workspace.locate().root();
        Path output = folder.resolve("output");
        ProcessBuilder demo = new ProcessBuilder(root.resolve("surety").toString(), "demo")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        demo.environment().put("SURETY_BUILD", "never");
        SuitePorts ports = SuitePorts.free();
        for (Part part : Part.values()) {
            demo.environment().put(part.variable(), String.valueOf(ports.port(part)));
        }

        // When
        Process process = demo.start();
        boolean ended = process.waitFor(8, TimeUnit.MINUTES);

        // Then
        String printed = Files.readString(output, UTF_8);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).contains("not for production");
    }
}
