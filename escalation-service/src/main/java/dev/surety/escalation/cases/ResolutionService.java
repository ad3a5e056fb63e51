package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.escalation.floor.FloorService;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a case, with a reason that can be learned from. */
@Singleton
public class ResolutionService {
    private final Database database;
    private final CaseStore cases;
    private final FloorService floors;
    private final JournalService journal;
    private final Clock clock;

    ResolutionService(Database database, CaseStore cases, FloorService floors, JournalService journal, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.floors = floors;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Resolves the case as it was at {@code version}. Resolving it again in the same words is a no-op.
     *
     * @throws CaseRefusedException when {@code agent} does not own the case, it changed meanwhile, or it has no step
     */
    public Case resolve(String tenant, UUID id, Agent agent, long version, Verdict verdict) {
        return database.inTransaction(connection -> {
            Case before = cases.lock(connection, tenant, id)
                    .orElseThrow(() -> new CaseRefusedException(new CaseRefusal.Unknown()));
            if (before.state() instanceof CaseState.Resolved resolved && verdict.isThatOf(resolved, agent)) {
                return before;
            }
            return resolve(connection, before, agent, version, verdict);
        });
    }

    private Case resolve(Connection connection, Case before, Agent agent, long version, Verdict verdict)
            throws SQLException {
        CaseState.Owned owned = before.ownedBy(agent);
        if (before.version() != version) {
            throw new CaseRefusedException(new CaseRefusal.Stale(before.version()));
        }
        Resolution resolution = new Resolution(
                verdict.rootCause(),
                verdict.resolution(),
                verdict.prevention(),
                agent,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        Case after =
                before.in(owned.resolve(resolution, before.progress().steps())).next();
        cases.save(connection, after);
        journal.note(connection, new CaseChange.Resolved(after, resolution));
        var _ = floors.handBack(connection, after.tenant(), after.conversation().id());
        return after;
    }

    /** How the owner judges the case. */
    public record Verdict(
            RootCause rootCause,
            String resolution,
            @Nullable String prevention) {
        private boolean isThatOf(CaseState.Resolved resolved, Agent agent) {
            Resolution was = resolved.resolution();
            return was.agent().is(agent)
                    && was.rootCause() == rootCause
                    && was.resolution().equals(resolution)
                    && Objects.equals(was.prevention(), prevention);
        }
    }
}
