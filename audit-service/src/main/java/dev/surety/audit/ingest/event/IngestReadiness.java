package dev.surety.audit.ingest.event;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether what the services say ends in the log at the moment, and if not, why. */
@Readiness
public class IngestReadiness implements HealthCheck {
    private final LogConsumer consumer;

    IngestReadiness(LogConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public HealthCheckResponse call() {
        IngestStatus status = consumer.status();
        return HealthCheckResponse.named("ingest")
                .status(status.isHealthy())
                .withData("phase", status.phase().name())
                .withData("detail", status.detail())
                .build();
    }
}
