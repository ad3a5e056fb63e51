package dev.surety.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.surety.launcher.testing.RealServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "bias"))
class BrokerReadinessTest {
    @Inject
    @Readiness
    BrokerReadiness readiness;

    @Test
    void followsTheBrokerDownAndUp() {
        // Given
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness.call().getStatus() == Status.UP);

        // When
        RealServers.kafka().stop();

        // Then
        try {
            assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            RealServers.kafka().start();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness.call().getStatus() == Status.UP);
    }
}
