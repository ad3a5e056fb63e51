package dev.surety.guardrail.figures.rest;

import dev.surety.guardrail.figures.FiguresStore;
import dev.surety.guardrail.figures.RecentDecision;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A place in the list of decisions as it travels in an address. */
final class DecisionCursor {
    private DecisionCursor() {}

    static String behind(RecentDecision decision) {
        return decision.at() + "_" + decision.id();
    }

    /** The place that a cursor names; empty when it is none. */
    static Optional<FiguresStore.Position> read(String cursor) {
        int cut = cursor.indexOf('_');
        if (cut < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FiguresStore.Position(
                    Instant.parse(cursor.substring(0, cut)), UUID.fromString(cursor.substring(cut + 1))));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
