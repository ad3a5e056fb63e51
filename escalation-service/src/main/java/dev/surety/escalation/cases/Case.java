package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import dev.surety.escalation.transcript.Entry;
import dev.surety.escalation.transcript.Exchange;
import dev.surety.escalation.transcript.Speaker;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it. Every change gives a new value with the next version; the priority never falls, and the
 * reason codes only grow.
 *
 * @param headline why a human is needed, in one sentence; that of the most urgent reason
 * @param lastCustomerWords what the customer said last; null when the customer said nothing yet
 * @param openedAt when the exchange that opened the case was evaluated
 * @param version counts up from 1 with every change; the entity tag
 */
public record Case(
        UUID id,
        String tenant,
        Conversation conversation,
        Urgency urgency,
        CaseState state,
        List<String> reasonCodes,
        String headline,
        @Nullable String lastCustomerWords,
        Progress progress,
        Instant openedAt,
        long version) {
    private static final int WORDS_SHOWN = 280;

    public Case {
        requireNonNull(id, "id");
        requireNonNull(tenant, "tenant");
        requireNonNull(conversation, "conversation");
        requireNonNull(urgency, "urgency");
        requireNonNull(state, "state");
        reasonCodes = List.copyOf(reasonCodes);
        requireNonNull(headline, "headline");
        requireNonNull(progress, "progress");
        requireNonNull(openedAt, "openedAt");
    }

    /** A new case, waiting in its queue. */
    public static Case opened(UUID id, String tenant, Escalation escalation) {
        return new Case(
                id,
                tenant,
                escalation.conversation(),
                escalation.urgency(),
                new CaseState.Queued(),
                escalation.reasonCodes(),
                escalation.headline(),
                null,
                new Progress(0, escalation.exchange().turn(), 0),
                escalation.exchange().at(),
                1);
    }

    /** The same case with one more reason: as urgent as the most urgent of them, never less than before. */
    public Case joinedBy(Escalation escalation) {
        Set<String> codes = new LinkedHashSet<>(reasonCodes);
        codes.addAll(escalation.reasonCodes());
        Urgency raised = urgency.or(escalation.urgency());
        return new Case(
                id,
                tenant,
                conversation,
                raised,
                state,
                List.copyOf(codes),
                raised.equals(urgency) ? headline : escalation.headline(),
                lastCustomerWords,
                progress,
                openedAt,
                version);
    }

    /** The same case with a longer transcript. */
    public Case grownBy(List<Entry> entries) {
        String words = entries.stream()
                .filter(entry -> entry.speaker() == Speaker.CUSTOMER)
                .map(Entry::content)
                .reduce((earlier, later) -> later)
                .map(Case::shortened)
                .orElse(lastCustomerWords);
        return new Case(
                id,
                tenant,
                conversation,
                urgency,
                state,
                reasonCodes,
                headline,
                words,
                progress.grownBy(entries.size()),
                openedAt,
                version);
    }

    /** The same case after {@code exchange} took place in its conversation. */
    public Case at(Exchange exchange) {
        return with(progress.at(exchange.turn()), state);
    }

    /** The same case in another state. */
    public Case in(CaseState next) {
        return with(progress, next);
    }

    /** The same case with one more step on record, worked on by its owner. */
    public Case stepped(CaseState.Owned owned) {
        return with(progress.stepped(), owned.work());
    }

    /** The same case as its next version. */
    public Case next() {
        return new Case(
                id,
                tenant,
                conversation,
                urgency,
                state,
                reasonCodes,
                headline,
                lastCustomerWords,
                progress,
                openedAt,
                version + 1);
    }

    /** Who works the case, or who resolved it. */
    public Optional<Agent> owner() {
        return switch (state) {
            case CaseState.Queued _ -> Optional.empty();
            case CaseState.Owned owned -> Optional.of(owned.owner());
            case CaseState.Resolved resolved ->
                Optional.of(resolved.resolution().agent());
        };
    }

    /**
     * The state, if {@code agent} owns the case.
     *
     * @throws CaseRefusedException when somebody else does, or nobody
     */
    public CaseState.Owned ownedBy(Agent agent) {
        return switch (state) {
            case CaseState.Queued _ -> throw new CaseRefusedException(new CaseRefusal.NotClaimed());
            case CaseState.Owned owned when owned.owner().is(agent) -> owned;
            case CaseState.Owned owned -> throw new CaseRefusedException(new CaseRefusal.OwnedByOther(owned.owner()));
            case CaseState.Resolved _ -> throw new CaseRefusedException(new CaseRefusal.AlreadyResolved());
        };
    }

    private Case with(Progress changed, CaseState next) {
        return new Case(
                id,
                tenant,
                conversation,
                urgency,
                next,
                reasonCodes,
                headline,
                lastCustomerWords,
                changed,
                openedAt,
                version);
    }

    private static String shortened(String words) {
        if (words.length() <= WORDS_SHOWN) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(WORDS_SHOWN - 1)) ? WORDS_SHOWN - 1 : WORDS_SHOWN;
        return words.substring(0, end) + "…";
    }

    /** How far a case has come: entries in the transcript, the highest turn seen, steps on record. */
    public record Progress(long lastSequence, int lastTurn, int steps) {
        Progress grownBy(int entries) {
            return new Progress(lastSequence + entries, lastTurn, steps);
        }

        Progress at(int turn) {
            return new Progress(lastSequence, Math.max(lastTurn, turn), steps);
        }

        Progress stepped() {
            return new Progress(lastSequence, lastTurn, steps + 1);
        }
    }
}
