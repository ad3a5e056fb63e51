package dev.surety.escalation.cases;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page ended, so that the next one begins behind it. Cases that come or go meanwhile neither repeat nor hide
 * others. Sealed by the order of the list: a cursor of one order means nothing in another.
 */
public sealed interface PageCursor {
    /** The case that the page ended with. */
    UUID id();

    /** The cursor as it travels. */
    default String text() {
        String plain = switch (this) {
            case ByUrgency place -> "u:%d:%d:%s".formatted(place.priority().rank(), micros(place.openedAt()), id());
            case ByResolution place -> "r:%d:%s".formatted(micros(place.resolvedAt()), id());
        };
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
    }

    /** Where {@code last} stands in the list. */
    static PageCursor behind(Case last) {
        return switch (last.state()) {
            case CaseState.Resolved resolved ->
                new ByResolution(resolved.resolution().at(), last.id());
            case CaseState.Queued _, CaseState.Owned _ ->
                new ByUrgency(last.urgency().priority(), last.openedAt(), last.id());
        };
    }

    /** The cursor that {@code text} stands for in a list of that kind; empty when it is none. */
    static Optional<PageCursor> read(String text, ListKind kind) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(":", -1);
            return switch (kind) {
                case QUEUED, MINE, OPEN ->
                    parts.length == 4 && parts[0].equals("u")
                            ? Optional.of(new ByUrgency(
                                    Priority.ofRank(Integer.parseInt(parts[1])),
                                    instant(parts[2]),
                                    UUID.fromString(parts[3])))
                            : Optional.empty();
                case RESOLVED ->
                    parts.length == 3 && parts[0].equals("r")
                            ? Optional.of(new ByResolution(instant(parts[1]), UUID.fromString(parts[2])))
                            : Optional.empty();
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    /** A place among open cases. */
    record ByUrgency(Priority priority, Instant openedAt, UUID id) implements PageCursor {
        public ByUrgency {
            requireNonNull(priority, "priority");
            requireNonNull(openedAt, "openedAt");
            requireNonNull(id, "id");
        }
    }

    /** A place among resolved cases. */
    record ByResolution(Instant resolvedAt, UUID id) implements PageCursor {
        public ByResolution {
            requireNonNull(resolvedAt, "resolvedAt");
            requireNonNull(id, "id");
        }
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(String micros) {
        long value = Long.parseLong(micros);
        // Four digits of years: PostgreSQL takes no more, and no case is older than the epoch.
        if (value < 0 || value > 253_402_300_799_000_000L) {
            throw new IllegalArgumentException("outside of the years that a case can have");
        }
        return Instant.EPOCH.plus(value, ChronoUnit.MICROS);
    }
}
