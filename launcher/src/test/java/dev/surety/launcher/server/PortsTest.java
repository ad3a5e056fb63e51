package dev.surety.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void namesTheTakenPortItsHolderAndTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "Kafka", "--kafka-port"))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("Port %d, which Kafka needs, is taken".formatted(port))
                    .hasMessageContaining("--kafka-port")
                    .hasMessageMatching(".*(process %d |lsof).*"
                            .formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void seesAPortThatIsTakenOnTheLoopbackAddressOnly() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void acceptsAFreePortAndNeverHandsOutTheSameTwice() {
        int first = Ports.free();
        int second = Ports.free();

        assertThat(second).isNotEqualTo(first);
        assertThatCode(() -> Ports.requireFree(first, "Kafka", "--kafka-port")).doesNotThrowAnyException();
    }
}
