package dev.surety.escalation.cases;

import dev.surety.escalation.Agent;
import dev.surety.escalation.transcript.Entry;
import java.util.List;

/** Why something was not done to a case. Nothing was changed then. Sealed, so that every refusal has an answer. */
public sealed interface CaseRefusal {
    /** The tenant has no such case. */
    record Unknown() implements CaseRefusal {}

    /** Somebody else owns the case. */
    record OwnedByOther(Agent owner) implements CaseRefusal {}

    /** Nobody owns the case; it has to be claimed first. */
    record NotClaimed() implements CaseRefusal {}

    /** The case is done. */
    record AlreadyResolved() implements CaseRefusal {}

    /** The case has no step on record, so it cannot be resolved. */
    record NoStep() implements CaseRefusal {}

    /** The case changed since the caller read it. */
    record Stale(long version) implements CaseRefusal {}

    /** Something was said that the caller had not seen. */
    record ContextChanged(List<Entry> missing) implements CaseRefusal {
        public ContextChanged {
            missing = List.copyOf(missing);
        }
    }

    /** The caller claims to have seen what was never said. */
    record SeenTooMuch(long lastSequence) implements CaseRefusal {}

    /** The identifier was used before, for something else. */
    record IdentifierReused(String parameter) implements CaseRefusal {}

    /** The caller does not hold the floor of the conversation. */
    record FloorLost(long epoch) implements CaseRefusal {}
}
