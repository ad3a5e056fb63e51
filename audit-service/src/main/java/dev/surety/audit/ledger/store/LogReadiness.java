package dev.surety.audit.ledger.store;

import dev.surety.audit.ledger.CheckpointService;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether the log can be signed at the moment, and if not, why: a restored database is told here. */
@Readiness
public class LogReadiness implements HealthCheck {
    private final CheckpointService checkpoints;

    LogReadiness(CheckpointService checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public HealthCheckResponse call() {
        CheckpointService.Health health = checkpoints.health();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("log").status(health.trouble().isEmpty());
        health.latest()
                .ifPresent(latest -> response.withData("size", latest.size())
                        .withData("checkpointAt", latest.createdAt().toString()));
        health.trouble().ifPresent(trouble -> response.withData("detail", trouble));
        return response.build();
    }
}
