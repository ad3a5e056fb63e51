package dev.surety.bias.run.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.bias.testing.Configs;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run calls only what the operator of the service has named. */
class TargetGateTest {
    private final TargetGate gate =
            new TargetGate(Configs.of(Map.of("bias.run.allowed-hosts", "bot.example, localhost:8090, [::1]:8090")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bot.example/chat",
                "http://BOT.example:8443/chat?fairness=fair",
                "http://localhost:8090/chat",
                "http://[::1]:8090/",
            })
    void allows(String url) {
        assertThat(gate.objection(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:9092/",
                "http://localhost/",
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:8090/chat",
                "http://bot.example.evil.test/",
                "http://evil.test/bot.example",
                "http://bot.example@evil.test/",
                "http://user:secret@bot.example/",
                "https://bot.example/chat#fragment",
                "file:///etc/passwd",
                "ftp://bot.example/",
                "bot.example/chat",
                "http:///chat",
            })
    void refuses(String url) {
        assertThat(gate.objection(URI.create(url))).isPresent();
    }

    @Test
    void allowsNothingUnlessSomebodySaysSo() {
        TargetGate closed = new TargetGate(Configs.of(Map.of()));

        assertThat(closed.objection(URI.create("http://localhost:8090/chat"))).isPresent();
    }
}
