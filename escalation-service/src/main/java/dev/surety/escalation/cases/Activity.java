package dev.surety.escalation.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** One line of a case's history: who did what, in words. */
public record Activity(Instant at, String actor, String what) {
    public Activity {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(what, "what");
    }
}
