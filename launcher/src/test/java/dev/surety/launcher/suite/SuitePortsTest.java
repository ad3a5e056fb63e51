package dev.surety.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surety.launcher.server.LaunchFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitePortsTest {
    @Test
    void theDefaultsAreTheDocumentedOnes() {
        SuitePorts ports = new SuitePorts(defaults());

        assertThat(ports.url(Part.ESCALATION)).isEqualTo("http://localhost:8082");
        assertThat(ports.managementPort(Part.GUARDRAIL)).isEqualTo(9081);
        assertThat(ports.port(Part.POSTGRES)).isEqualTo(5433);
    }

    @Test
    void refusesAPortForTwoParts() {
        Map<Part, Integer> ports = defaults();
        ports.put(Part.KAFKA, 8180);

        assertThatThrownBy(() -> new SuitePorts(ports))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("Port 8180 is meant for both Kafka and Keycloak")
                .hasMessageContaining("--kafka-port");
    }

    @Test
    void refusesAPortThatIsTheManagementPortOfAService() {
        Map<Part, Integer> ports = defaults();
        ports.put(Part.BOT, 9083);

        assertThatThrownBy(() -> new SuitePorts(ports))
                .hasMessageContaining("Port 9083 is meant for both audit-service");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_000, 70_000})
    void refusesWhatIsNoPort(int port) {
        Map<Part, Integer> ports = defaults();
        ports.put(Part.AUDIT, port);

        assertThatThrownBy(() -> new SuitePorts(ports)).hasMessageContaining("--audit-port says " + port);
    }

    @Test
    void namesTheTakenPortAndBothWaysToChangeIt() throws IOException {
        SuitePorts ports = SuitePorts.free();
        assertThatCode(ports::requireAllFree).doesNotThrowAnyException();

        try (ServerSocket taken = new ServerSocket(ports.managementPort(Part.BIAS))) {
            assertThatThrownBy(ports::requireAllFree)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port %d, which the management interface of bias-service needs, is taken"
                            .formatted(taken.getLocalPort()))
                    .hasMessageContaining("--bias-port or SURETY_BIAS_PORT");
        }
    }

    private static Map<Part, Integer> defaults() {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, part.defaultPort());
        }
        return ports;
    }
}
