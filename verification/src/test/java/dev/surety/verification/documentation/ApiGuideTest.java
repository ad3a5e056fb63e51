package dev.surety.verification.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.launcher.server.Workspace;
import dev.surety.launcher.suite.Part;
import dev.surety.launcher.suite.Suite;
import dev.surety.verification.suite.RunningSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples of docs/api.md from top to bottom, as a reader would, and compares the answers that it shows. */
class ApiGuideTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "-- end of example --";

    @TempDir
    Path folder;

    @Test
    void theExamplesWorkAndAnswerAsShown() throws Exception {
        // Given
        Path root = Workspace.locate().root();
        List<Fence> fences = Fence.of(Files.readString(root.resolve("docs/api.md")));
        List<Fence> examples =
                fences.stream().filter(fence -> fence.language().equals("sh")).toList();
        placeCommand(root.resolve("surety"));

        // When
        List<String> outputs = run(examples);

        // Then
        assertThat(outputs).hasSameSizeAs(examples);
        int example = -1;
        for (Fence fence : fences) {
            if (fence.language().equals("sh")) {
                example++;
            } else if (fence.language().equals("json")) {
                assertThat(Shape.differences(JSON.readTree(fence.text()), lastJson(outputs.get(example))))
                        .as(
                                "what docs/api.md shows under%n%s",
                                examples.get(example).text())
                        .isEmpty();
            }
        }
    }

    /** The examples call {@code ./surety} and leave files behind; so they run in a folder of their own that has it too. */
    private void placeCommand(Path command) throws IOException {
        Path here = Files.writeString(folder.resolve("surety"), "#!/bin/sh\nexec '%s' \"$@\"\n".formatted(command));
        assertThat(here.toFile().setExecutable(true)).isTrue();
    }

    private List<String> run(List<Fence> examples) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        examples.forEach(example -> script.append(example.text())
                .append("echo\necho '")
                .append(MARK)
                .append("'\n"));
        Path output = folder.resolve("output");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Suite suite = RunningSuite.suite();
        bash.environment().put("SURETY_BUILD", "never");
        bash.environment()
                .put(
                        Part.KEYCLOAK.variable(),
                        String.valueOf(suite.settings().ports().port(Part.KEYCLOAK)));
        for (Part service : Part.SERVICES) {
            bash.environment().put(service.name(), suite.url(service));
        }
        Process process = bash.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return List.of(printed.split(MARK + "\n"));
    }

    /** The last JSON document of an output; what stands before it is not JSON or not the answer that is shown. */
    private static JsonNode lastJson(String output) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        int start = output.lastIndexOf("\n{");
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class)
                .readValues(output.substring(Math.max(0, start)).strip())) {
            values.forEachRemaining(documents::add);
        }
        return documents.getLast();
    }
}
