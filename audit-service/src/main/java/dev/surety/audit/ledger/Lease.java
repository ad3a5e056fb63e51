package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

/**
 * The right to append. Whoever holds the highest epoch has it; a writer that slept through the end of its lease finds
 * a higher one in its next transaction and changes nothing (fencing).
 */
public record Lease(String owner, long epoch) {
    public Lease {
        requireNonNull(owner, "owner");
    }
}
