package dev.surety.guardrail.history.event;

import dev.surety.contracts.Topics;
import dev.surety.contracts.feedback.DecisionJudged;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.history.HistoryStore;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.UnstorableException;
import dev.surety.guardrail.history.Verdict;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventConsumers;
import dev.surety.kit.event.EventHandler;
import dev.surety.kit.event.PoisonEventException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Follows the topics of decisions and of verdicts, and keeps what it sees. It begins once the database answers and its
 * tables are there; until then, and while the database is away later, the records wait in Kafka and the service
 * decides as ever.
 */
@Singleton
public class HistoryConsumer implements EventHandler {
    /** The consumer group. */
    public static final String GROUP = "guardrail-service-history";

    private static final Logger LOG = Logger.getLogger(HistoryConsumer.class);

    private final HistoryStore store;
    private final EventConsumers consumers;
    private final Flyway flyway;
    private final GuardrailConfig.History config;
    private volatile boolean stopping;

    HistoryConsumer(HistoryStore store, EventConsumers consumers, Flyway flyway, GuardrailConfig config) {
        this.store = store;
        this.consumers = consumers;
        this.flyway = flyway;
        this.config = config.history();
    }

    void start(@Observes StartupEvent event) {
        Thread thread = Thread.ofPlatform().daemon().name("history-start").start(this::begin);
        LOG.debugf("%s started", thread.getName());
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void begin() {
        while (!stopping) {
            try {
                if (config.migrate()) {
                    var _ = flyway.migrate();
                }
                consumers.start(GROUP, List.of(Topics.INTERACTIONS, Topics.FEEDBACK), this);
                return;
            } catch (FlywayException away) {
                LOG.warnf("The history waits for its database: %s", firstLine(away));
                rest();
            }
        }
    }

    @Override
    public void handle(CloudEvent<?> event) throws PoisonEventException {
        try {
            switch (event.data()) {
                case ExchangeEvaluated exchange -> {
                    boolean first = store.keep(PastDecision.of(event.tenant(), event.id(), exchange));
                    LOG.debugf("Decision %s was kept, for the first time: %s", event.id(), first);
                }
                case DecisionJudged judged -> store.keep(verdict(event.tenant(), judged));
                // Both topics carry other types too, which are for others.
                default -> LOG.tracef("%s is not for the history", event.id());
            }
        } catch (UnstorableException refused) {
            throw new PoisonEventException(String.valueOf(refused.getMessage()));
        }
    }

    private static Verdict verdict(String tenant, DecisionJudged judged) throws UnstorableException {
        try {
            return new Verdict(
                    tenant,
                    UUID.fromString(judged.decisionId()),
                    judged.rule(),
                    judged.person(),
                    judged.verdict(),
                    judged.judgedAt());
        } catch (IllegalArgumentException malformed) {
            throw new UnstorableException("decisionId is no UUID");
        }
    }

    private static String firstLine(FlywayException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private void rest() {
        try {
            Thread.sleep(config.retryAfter());
        } catch (InterruptedException interrupted) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
