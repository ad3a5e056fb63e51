package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.Agent;
import java.time.Instant;

/**
 * Where a case stands. Sealed, and each state offers only the transitions that are legal from it, so that an illegal one
 * does not compile; the compiler points at every place that has to learn of a new state.
 */
public sealed interface CaseState {
    /** The name in the interface and in the database. */
    String code();

    /** Whether the case still wants something from somebody. */
    default boolean isOpen() {
        return !(this instanceof Resolved);
    }

    /** Nobody works the case. */
    record Queued() implements CaseState {
        /** The code of this state. */
        public static final String CODE = "queued";

        @Override
        public String code() {
            return CODE;
        }

        /** An agent takes the case. */
        public Claimed claim(Agent agent, Instant at) {
            return new Claimed(agent, at);
        }
    }

    /** Exactly one agent works the case. */
    sealed interface Owned extends CaseState permits Claimed, Active {
        /** The agent who works the case. */
        Agent owner();

        /** When the owner took it. */
        Instant claimedAt();

        /** The owner gives the case back. */
        default Queued release() {
            return new Queued();
        }

        /** The owner replied or logged a step. */
        default Active work() {
            return new Active(owner(), claimedAt());
        }

        /**
         * The owner is done.
         *
         * @param steps how many steps the case has on record
         * @throws CaseRefusedException when there is none: a case without a step cannot be checked afterwards
         */
        default Resolved resolve(Resolution resolution, int steps) {
            if (steps < 1) {
                throw new CaseRefusedException(new CaseRefusal.NoStep());
            }
            return new Resolved(resolution);
        }
    }

    /** Somebody took the case, and has not done anything yet. */
    record Claimed(Agent owner, Instant claimedAt) implements Owned {
        /** The code of this state. */
        public static final String CODE = "claimed";

        public Claimed {
            requireNonNull(owner, "owner");
            requireNonNull(claimedAt, "claimedAt");
        }

        @Override
        public String code() {
            return CODE;
        }
    }

    /** Somebody works the case. */
    record Active(Agent owner, Instant claimedAt) implements Owned {
        /** The code of this state. */
        public static final String CODE = "active";

        public Active {
            requireNonNull(owner, "owner");
            requireNonNull(claimedAt, "claimedAt");
        }

        @Override
        public String code() {
            return CODE;
        }
    }

    /** The case is done. */
    record Resolved(Resolution resolution) implements CaseState {
        /** The code of this state. */
        public static final String CODE = "resolved";

        public Resolved {
            requireNonNull(resolution, "resolution");
        }

        @Override
        public String code() {
            return CODE;
        }
    }
}
