package dev.surety.guardrail.policy.event;

import dev.surety.contracts.policy.PolicyActivated;
import dev.surety.guardrail.policy.Activations;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.policy.PolicyCatalogue;
import dev.surety.guardrail.policy.PolicyService;
import dev.surety.kit.KitConfig;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventProducer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Tells every tenant's log which policies came into force, with the documents themselves. What the log says to be in
 * force already is not told again, see {@link Activations}. The broker may be away when the service starts; then it is
 * told later, in the background.
 */
@Singleton
public class PolicyActivationPublisher {
    private static final Logger LOG = Logger.getLogger(PolicyActivationPublisher.class);
    private static final URI SOURCE = URI.create("/surety/guardrail-service");
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PolicyService policies;
    private final EventProducer producer;
    private final ActivationLog log;
    private final Set<String> tenants;
    private final Clock clock;
    private final Thread thread = Thread.ofVirtual().name("policy-activation").unstarted(this::publishAll);

    PolicyActivationPublisher(
            PolicyService policies, EventProducer producer, ActivationLog log, KitConfig config, Clock clock) {
        this.policies = policies;
        this.log = log;
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
        while (true) {
            try {
                publishAll(log.read(), activatedAt);
                return;
            } catch (KafkaException | CompletionException failure) {
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                LOG.warnf(
                        "The activation of policies could not be published (%s); trying again in %d s",
                        cause.getClass().getSimpleName(), PAUSE.toSeconds());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void publishAll(Activations known, Instant activatedAt) {
        for (PolicyCatalogue.InForce inForce : policies.all()) {
            Policy policy = inForce.policy();
            for (String tenant : tenants) {
                boolean meant = inForce.tenant() == null || inForce.tenant().equals(tenant);
                Optional<UUID> id = meant ? known.next(tenant, policy.identity()) : Optional.empty();
                if (id.isPresent()) {
                    producer.send(policy.identity().id(), event(id.get(), tenant, policy, activatedAt))
                            .join();
                }
            }
        }
    }

    private static CloudEvent<PolicyActivated> event(UUID id, String tenant, Policy policy, Instant activatedAt) {
        Policy.Identity identity = policy.identity();
        return new CloudEvent<>(
                id,
                SOURCE,
                identity.id(),
                tenant,
                activatedAt,
                new PolicyActivated(
                        identity.id(),
                        identity.version(),
                        identity.digest(),
                        policy.document(),
                        policy.canonical(),
                        activatedAt));
    }
}
