package dev.surety.escalation.cases.event;

import dev.surety.contracts.cases.CaseClaimed;
import dev.surety.contracts.cases.CaseMerged;
import dev.surety.contracts.cases.CaseOpened;
import dev.surety.contracts.cases.CaseReleased;
import dev.surety.contracts.cases.CaseResolved;
import dev.surety.contracts.cases.ReplySent;
import dev.surety.contracts.cases.StepLogged;
import dev.surety.escalation.cases.Case;
import dev.surety.escalation.cases.CaseChange;
import dev.surety.escalation.cases.CasePublisher;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.outbox.Outbox;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Publishes what happened to a case, keyed by conversation, so that the log has it in its order. */
@Singleton
public class OutboxCasePublisher implements CasePublisher {
    private static final URI SOURCE = URI.create("/surety/escalation-service");

    private final Outbox outbox;
    private final Identifiers identifiers;

    OutboxCasePublisher(Outbox outbox, Identifiers identifiers) {
        this.outbox = outbox;
        this.identifiers = identifiers;
    }

    @Override
    public void publish(Connection connection, CaseChange change, Instant at) throws SQLException {
        Optional<Record> data = event(change, at);
        if (data.isPresent()) {
            Case changed = change.changed();
            outbox.append(
                    connection,
                    changed.conversation().id(),
                    new CloudEvent<>(
                            identifiers.next(), SOURCE, changed.conversation().id(), changed.tenant(), at, data.get()));
        }
    }

    private static Optional<Record> event(CaseChange change, Instant at) {
        String caseId = change.changed().id().toString();
        String conversationId = change.changed().conversation().id();
        return switch (change) {
            case CaseChange.Opened opened -> Optional.of(opened(opened, at));
            case CaseChange.Merged merged -> Optional.of(merged(merged, at));
            // What was said is in the log already, as the exchange itself.
            case CaseChange.Continued _ -> Optional.empty();
            case CaseChange.Claimed claimed ->
                Optional.of(
                        new CaseClaimed(caseId, conversationId, claimed.agent().subject(), at));
            case CaseChange.Released released ->
                Optional.of(new CaseReleased(
                        caseId, conversationId, released.agent().subject(), at));
            case CaseChange.Replied replied -> Optional.of(replied(replied));
            case CaseChange.StepLogged logged -> Optional.of(logged(logged));
            case CaseChange.Resolved resolved -> Optional.of(resolved(resolved));
        };
    }

    private static CaseOpened opened(CaseChange.Opened opened, Instant at) {
        Case item = opened.changed();
        return new CaseOpened(
                item.id().toString(),
                item.conversation().id(),
                opened.escalation().decisionId(),
                item.conversation().customerRef(),
                item.urgency().queue(),
                item.urgency().priority().name(),
                item.reasonCodes(),
                at);
    }

    private static CaseMerged merged(CaseChange.Merged merged, Instant at) {
        Case item = merged.changed();
        return new CaseMerged(
                item.id().toString(),
                item.conversation().id(),
                merged.escalation().decisionId(),
                item.urgency().priority().name(),
                item.reasonCodes(),
                at);
    }

    private static ReplySent replied(CaseChange.Replied replied) {
        return new ReplySent(
                replied.changed().id().toString(),
                replied.changed().conversation().id(),
                replied.reply().id().toString(),
                replied.reply().sequence(),
                replied.agent().subject(),
                replied.reply().content(),
                replied.floorEpoch(),
                replied.reply().at());
    }

    private static StepLogged logged(CaseChange.StepLogged logged) {
        return new StepLogged(
                logged.changed().id().toString(),
                logged.changed().conversation().id(),
                logged.step().id().toString(),
                logged.step().agent().subject(),
                logged.step().work().action(),
                logged.step().work().system(),
                logged.step().work().expected(),
                logged.step().work().observed(),
                logged.step().at());
    }

    private static CaseResolved resolved(CaseChange.Resolved resolved) {
        return new CaseResolved(
                resolved.changed().id().toString(),
                resolved.changed().conversation().id(),
                resolved.resolution().agent().subject(),
                resolved.resolution().rootCause().code(),
                resolved.resolution().resolution(),
                resolved.resolution().prevention(),
                resolved.resolution().at());
    }
}
