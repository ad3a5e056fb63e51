package dev.surety.escalation.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** The order in which cases are served: the most urgent first, the oldest of them first. No two cases are equal in it. */
public enum QueueOrder implements Comparator<Case> {
    /** The one order there is. */
    MOST_URGENT_THEN_OLDEST;

    private static final Comparator<Case> ORDER = Comparator.comparing(
                    (Case item) -> item.urgency().priority())
            .thenComparing(Case::openedAt)
            .thenComparing(Case::id, QueueOrder::asPostgresDoes);

    @Override
    public int compare(Case one, Case other) {
        return ORDER.compare(one, other);
    }

    /** Where a case stands in the order. */
    public static Place place(Case item) {
        return new Place(item.urgency().priority(), item.openedAt(), item.id());
    }

    /** {@link UUID#compareTo} compares signed halves; PostgreSQL, which sorts the pages, compares bytes. */
    private static int asPostgresDoes(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /** A place in the order, behind which a page begins. */
    public record Place(Priority priority, Instant openedAt, UUID id) {}
}
