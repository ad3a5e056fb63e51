package dev.surety.kit.event;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose consumer died without a word only looks alive; it is restarted. An absent broker is no death. */
@Liveness
public class ConsumersLiveness implements HealthCheck {
    private final EventConsumers consumers;

    ConsumersLiveness(EventConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("consumers").status(consumers.alive()).build();
    }
}
