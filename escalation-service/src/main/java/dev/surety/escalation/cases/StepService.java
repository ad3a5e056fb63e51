package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.kit.database.Database;
import dev.surety.kit.time.Identifiers;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Notes what the owner of a case does, so that somebody else can follow it afterwards. */
@Singleton
public class StepService {
    private final Database database;
    private final CaseStore cases;
    private final RecordStore records;
    private final JournalService journal;
    private final Clock clock;

    StepService(Database database, CaseStore cases, RecordStore records, JournalService journal, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Notes a step, unless it was noted under the same key before.
     *
     * @throws CaseRefusedException when {@code agent} does not own the case, or the key stands for another step
     */
    public Logged log(String tenant, UUID id, Agent agent, Step.Work work, String idempotencyKey) {
        return database.inTransaction(connection -> {
            Case before = cases.lock(connection, tenant, id)
                    .orElseThrow(() -> new CaseRefusedException(new CaseRefusal.Unknown()));
            Optional<Step> logged = records.stepUnder(connection, tenant, id, idempotencyKey);
            if (logged.isPresent()) {
                return repeated(logged.get(), agent, work);
            }
            return log(connection, before, agent, work, idempotencyKey);
        });
    }

    private Logged log(Connection connection, Case before, Agent agent, Step.Work work, String idempotencyKey)
            throws SQLException {
        Case after = before.stepped(before.ownedBy(agent)).next();
        UUID id = Identifiers.named(before.tenant(), before.id() + "/step/" + idempotencyKey);
        Step step = new Step(id, agent, work, clock.instant().truncatedTo(ChronoUnit.MICROS));
        records.addStep(connection, before.tenant(), before.id(), step, idempotencyKey);
        cases.save(connection, after);
        journal.note(connection, new CaseChange.StepLogged(after, step));
        return new Logged(step, true);
    }

    private static Logged repeated(Step step, Agent agent, Step.Work work) {
        if (!step.agent().is(agent) || !step.work().equals(work)) {
            throw new CaseRefusedException(new CaseRefusal.IdentifierReused("Idempotency-Key"));
        }
        return new Logged(step, false);
    }

    /**
     * A step on record.
     *
     * @param fresh whether this call noted it, and not an earlier one
     */
    public record Logged(Step step, boolean fresh) {}
}
