package dev.surety.guardrail.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what the history holds. Every question is about one tenant. */
public interface FiguresStore {
    /** The figures of a window that contains {@code now}. */
    Figures count(String tenant, Window window, Instant now);

    /** Decisions since {@code from}, the latest first. */
    List<RecentDecision> recent(String tenant, Question question);

    /**
     * Which decisions.
     *
     * @param action only those of that action; null for any
     * @param rule only those in which that rule spoke; null for any
     * @param behind only those behind that one; null from the latest
     */
    record Question(
            Instant from,
            @Nullable String action,
            @Nullable String rule,
            @Nullable Position behind,
            int limit) {}

    /** A place in the order of decisions. */
    record Position(Instant at, UUID id) {}
}
