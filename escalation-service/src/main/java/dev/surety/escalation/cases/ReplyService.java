package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.escalation.floor.Floor;
import dev.surety.escalation.floor.FloorService;
import dev.surety.escalation.transcript.Entry;
import dev.surety.escalation.transcript.TranscriptService;
import dev.surety.kit.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says something to the customer: only the owner, only while holding the floor, only having seen what was said last, and
 * each message once.
 */
@Singleton
public class ReplyService {
    private final Database database;
    private final CaseStore cases;
    private final TranscriptService transcripts;
    private final FloorService floors;
    private final JournalService journal;

    ReplyService(
            Database database,
            CaseStore cases,
            TranscriptService transcripts,
            FloorService floors,
            JournalService journal) {
        this.database = database;
        this.cases = cases;
        this.transcripts = transcripts;
        this.floors = floors;
        this.journal = journal;
    }

    /**
     * Sends {@code draft}, unless it was sent before.
     *
     * @throws CaseRefusedException when the agent may not speak now
     */
    public Sent reply(String tenant, UUID id, Agent agent, Draft draft) {
        return database.inTransaction(connection -> {
            Case before = cases.lock(connection, tenant, id)
                    .orElseThrow(() -> new CaseRefusedException(new CaseRefusal.Unknown()));
            Optional<Entry> sent = transcripts.sent(connection, tenant, id, draft.clientMessageId());
            if (sent.isPresent()) {
                return repeated(sent.get(), agent, draft);
            }
            return send(connection, before, agent, draft);
        });
    }

    private Sent send(Connection connection, Case before, Agent agent, Draft draft) throws SQLException {
        CaseState.Owned owned = before.ownedBy(agent);
        long epoch = heldBy(connection, before, agent, draft);
        requireSeen(connection, before, agent, draft.seenSequence());
        Entry entry = transcripts.reply(
                connection,
                before.tenant(),
                before.id(),
                before.progress().lastSequence(),
                new TranscriptService.Reply(agent, draft.clientMessageId(), draft.content(), epoch));
        Case after = before.grownBy(List.of(entry)).in(owned.work()).next();
        cases.save(connection, after);
        journal.note(connection, new CaseChange.Replied(after, agent, entry, epoch));
        return new Sent(entry, true);
    }

    private long heldBy(Connection connection, Case item, Agent agent, Draft draft) throws SQLException {
        Floor floor =
                floors.current(connection, item.tenant(), item.conversation().id());
        boolean mine = floor instanceof Floor.Human human && human.agent().is(agent);
        if (!mine || (draft.floorEpoch() != null && draft.floorEpoch() != floor.epoch())) {
            throw new CaseRefusedException(new CaseRefusal.FloorLost(floor.epoch()));
        }
        return floor.epoch();
    }

    private void requireSeen(Connection connection, Case item, Agent agent, long seenSequence) throws SQLException {
        long last = item.progress().lastSequence();
        if (seenSequence > last) {
            throw new CaseRefusedException(new CaseRefusal.SeenTooMuch(last));
        }
        List<Entry> missing = transcripts.after(connection, item.tenant(), item.id(), seenSequence);
        if (missing.stream().anyMatch(entry -> entry.mattersTo(agent))) {
            throw new CaseRefusedException(new CaseRefusal.ContextChanged(missing));
        }
    }

    private static Sent repeated(Entry sent, Agent agent, Draft draft) {
        boolean same =
                sent.agent() != null && sent.agent().is(agent) && sent.content().equals(draft.content());
        if (!same) {
            throw new CaseRefusedException(new CaseRefusal.IdentifierReused("clientMessageId"));
        }
        return new Sent(sent, false);
    }

    /**
     * What an agent wants to say.
     *
     * @param seenSequence the last entry of the transcript that the agent has seen
     * @param floorEpoch the floor that the agent believes to hold; null when the client does not keep track
     */
    public record Draft(
            UUID clientMessageId,
            String content,
            long seenSequence,
            @Nullable Long floorEpoch) {}

    /**
     * A message in the transcript.
     *
     * @param fresh whether this call sent it, and not an earlier one
     */
    public record Sent(Entry entry, boolean fresh) {}
}
