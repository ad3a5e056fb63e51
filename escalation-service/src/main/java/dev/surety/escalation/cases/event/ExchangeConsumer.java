package dev.surety.escalation.cases.event;

import dev.surety.contracts.Topics;
import dev.surety.contracts.interaction.ExchangeEvaluated;
import dev.surety.escalation.EscalationConfig;
import dev.surety.escalation.cases.Escalation;
import dev.surety.escalation.cases.Headline;
import dev.surety.escalation.cases.IntakeService;
import dev.surety.escalation.cases.Urgency;
import dev.surety.escalation.transcript.StorableText;
import dev.surety.kit.database.Database;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.event.EventConsumers;
import dev.surety.kit.event.EventHandler;
import dev.surety.kit.outbox.Inbox;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Receives evaluated exchanges. Each is handled in one transaction together with the note that it was: however often and
 * wherever it is delivered, it counts once.
 */
@Singleton
public class ExchangeConsumer implements EventHandler {
    /** The consumer group. */
    public static final String GROUP = "escalation-service";

    private static final Logger LOG = Logger.getLogger(ExchangeConsumer.class);

    private final Database database;
    private final IntakeService intake;
    private final EventConsumers consumers;
    private final ExchangeTranslator translator;

    ExchangeConsumer(Database database, IntakeService intake, EventConsumers consumers, EscalationConfig config) {
        this.database = database;
        this.intake = intake;
        this.consumers = consumers;
        this.translator = new ExchangeTranslator(
                new Urgency(config.defaults().priority(), config.defaults().queue()), new Headline(config.headlines()));
    }

    void start(@Observes StartupEvent event) {
        consumers.start(GROUP, List.of(Topics.INTERACTIONS), this);
    }

    @Override
    public void handle(CloudEvent<?> event) {
        if (event.data() instanceof ExchangeEvaluated evaluated) {
            boolean first = database.inTransaction(connection -> handle(connection, event, evaluated));
            LOG.debugf("Exchange %s was handled, for the first time: %s", event.id(), first);
        }
    }

    private boolean handle(Connection connection, CloudEvent<?> event, ExchangeEvaluated evaluated)
            throws SQLException {
        if (!Inbox.firstSight(connection, event.id())) {
            return false;
        }
        Optional<Escalation> escalation = translator.escalation(evaluated);
        if (escalation.isPresent()) {
            intake.escalate(connection, event.tenant(), escalation.get());
        } else {
            intake.resume(
                    connection,
                    event.tenant(),
                    StorableText.of(evaluated.conversation().id()),
                    translator.exchange(evaluated));
        }
        return true;
    }
}
