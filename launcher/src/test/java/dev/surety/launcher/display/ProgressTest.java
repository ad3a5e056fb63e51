package dev.surety.launcher.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void printsPlainLinesWhereThereIsNoTerminal() {
        try (Progress progress = LineProgress.forOutput(out, false, 80)) {
            progress.begin("Kafka");
            progress.done("Kafka", "localhost:9092", Duration.ofMillis(2_340));
            progress.failed("Keycloak");
            progress.say("that was all");
        }

        assertThat(printed().lines())
                .containsExactly(
                        "  Kafka …",
                        "  ✓ Kafka                localhost:9092                             2.3 s",
                        "  ✗ Keycloak",
                        "that was all");
        assertThat(printed()).doesNotContain("\u001b");
    }

    @Test
    void showsOnATerminalWhatGoesOnInOneLineAndErasesItAtTheEnd() {
        try (Progress progress = new LiveProgress(out, Ink.COLOURED, 80)) {
            progress.begin("Kafka");
            progress.begin("Keycloak");
            progress.done("Kafka", "localhost:9092", Duration.ofSeconds(2));
        }

        assertThat(printed()).contains("Kafka, Keycloak … 0 s").contains("\u001b[32m✓\u001b[0m Kafka");
        assertThat(printed()).endsWith("\r\u001b[2K");
    }

    @Test
    void neverWritesALiveLineWiderThanTheTerminal() {
        try (Progress progress = new LiveProgress(out, Ink.PLAIN, 30)) {
            progress.begin("a piece of work with a name that is much too long");
        }

        assertThat(printed().split("\r\u001b\\[2K", -1)).allMatch(line -> line.length() < 30);
    }

    @Test
    void saysNothingMoreOfWorkOnceItRests() {
        Progress progress = new LiveProgress(out, Ink.PLAIN, 80);
        progress.begin("Keycloak");
        progress.rest();
        bytes.reset();

        progress.say("surety: it failed");

        assertThat(printed()).isEqualTo("surety: it failed\n");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
