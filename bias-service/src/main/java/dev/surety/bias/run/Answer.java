package dev.surety.bias.run;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** What came of one call. Sealed: no answer is an outcome of its own and must not be mistaken for a refusal. */
public sealed interface Answer {
    /** How long it took, retries included. */
    int latencyMillis();

    /** An answer with every outcome that the suite asks for. */
    record Given(Map<String, Boolean> outcomes, int latencyMillis) implements Answer {
        public Given {
            outcomes = Map.copyOf(outcomes);
        }
    }

    /** No usable answer. */
    record Missing(Reason reason, int latencyMillis) implements Answer {
        public Missing {
            requireNonNull(reason, "reason");
        }
    }

    /** Why there is no usable answer. */
    enum Reason {
        /** Nobody listens there, or the connection broke. */
        UNREACHABLE(true),
        /** No complete answer in time. */
        TIMEOUT(true),
        /** The target said 429 or 503 at every try. */
        OVERLOADED(true),
        /** The target said an error status. */
        ERROR_STATUS(true),
        /** The answer is no JSON, is too large, or lacks an outcome. */
        UNREADABLE(false),
        /** The configuration does not allow this host or credential any more. */
        NOT_ALLOWED(true),
        /** The call was never made, because the target was given up before. */
        NOT_ASKED(true);

        private final boolean away;

        Reason(boolean away) {
            this.away = away;
        }

        /** Whether it speaks for a target that is away. */
        public boolean away() {
            return away;
        }
    }
}
