package dev.surety.guardrail.policy.event;

import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCatalogue;
import dev.surety.guardrail.policy.PolicyService;
import dev.surety.kit.KitConfig;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import dev.surety.kit.time.Identifiers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Tells every tenant's log which policies came into force, with the documents themselves. The id of the event follows
 * from tenant and digest, so replicas and restarts say it once. The broker may be away when the service starts; then
 * it is told later, in the background.
 */
@Singleton
public class PolicyActivationPublisher {
    private static final Logger LOG = Logger.getLogger(PolicyActivationPublisher.class);
    private static final URI SOURCE = URI.create("/surety/guardrail-service");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PolicyService policies;
    private final EventProducer producer;
    private final Set<String> tenants;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("policy-activation").unstarted(this::publishAll);

    PolicyActivationPublisher(PolicyService policies, EventProducer producer, KitConfig config, Clock clock) {
        this.policies = policies;
        this.producer = producer;
        this.tenants = new TreeSet<>(config.tenants());
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.interrupt();
    }

    private void publishAll() {
        Instant activatedAt = clock.instant();
        for (PolicyCatalogue.InForce inForce : policies.all()) {
            for (String tenant : tenants) {
                boolean meant = inForce.tenant() == null || inForce.tenant().equals(tenant);
                if (meant && !publish(tenant, inForce.policy(), activatedAt)) {
                    return;
                }
            }
        }
    }

    /** False when the service is stopping. */
    private boolean publish(String tenant, Policy policy, Instant activatedAt) {
        while (true) {
            try {
                producer.send(policy.identity().id(), event(tenant, policy, activatedAt))
                        .join();
                return true;
            } catch (CompletionException failure) {
                LOG.warnf(
                        "The activation of policy %s could not be published (%s); trying again in %d s",
                        policy.identity().id(),
                        failure.getCause() == null
                                ? "unknown"
                                : failure.getCause().getClass().getSimpleName(),
                        PAUSE.toSeconds());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                return false;
            }
        }
    }

    private static CloudEvent<PolicyActivated> event(String tenant, Policy policy, Instant activatedAt) {
        Policy.Identity identity = policy.identity();
        return new CloudEvent<>(
                Identifiers.named(tenant, "policy-activated:" + identity.digest()),
                SOURCE,
                identity.id(),
                tenant,
                activatedAt,
                new PolicyActivated(
                        identity.id(), identity.version(), identity.digest(), policy.document(), activatedAt));
    }
}
