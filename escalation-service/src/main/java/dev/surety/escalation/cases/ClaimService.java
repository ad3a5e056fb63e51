package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.escalation.floor.FloorService;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Gives a case to exactly one agent, and takes it back. */
@Singleton
public class ClaimService {
    private final Database database;
    private final CaseStore cases;
    private final FloorService floors;
    private final JournalService journal;
    private final Clock clock;

    ClaimService(Database database, CaseStore cases, FloorService floors, JournalService journal, Clock clock) {
        this.database = database;
        this.cases = cases;
        this.floors = floors;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Makes {@code agent} the owner. For the owner it is a no-op.
     *
     * @throws CaseRefusedException when somebody else was faster, or the case is done
     */
    public Claim claim(String tenant, UUID id, Agent agent) {
        return database.inTransaction(connection -> claim(connection, tenant, id, agent));
    }

    /**
     * Gives the case back to its queue.
     *
     * @throws CaseRefusedException when {@code agent} does not own it
     */
    public Case release(String tenant, UUID id, Agent agent) {
        return database.inTransaction(connection -> {
            Case before = cases.lock(connection, tenant, id).orElseThrow(ClaimService::unknown);
            Case after = before.in(before.ownedBy(agent).release()).next();
            cases.save(connection, after);
            journal.note(connection, new CaseChange.Released(after, agent));
            var _ = floors.release(connection, tenant, after.conversation().id());
            return after;
        });
    }

    private Claim claim(Connection connection, String tenant, UUID id, Agent agent) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Case> claimed = cases.claim(connection, tenant, id, agent, now);
        if (claimed.isPresent()) {
            Case after = claimed.get();
            journal.note(connection, new CaseChange.Claimed(after, agent));
            var _ = floors.take(connection, tenant, after.conversation().id(), agent);
            return new Claim(after, true);
        }
        Case present = cases.find(connection, tenant, id).orElseThrow(ClaimService::unknown);
        var _ = present.ownedBy(agent);
        return new Claim(present, false);
    }

    private static CaseRefusedException unknown() {
        return new CaseRefusedException(new CaseRefusal.Unknown());
    }

    /**
     * A case that the agent owns.
     *
     * @param fresh whether this claim made it so, and not an earlier one
     */
    public record Claim(Case claimed, boolean fresh) {}
}
