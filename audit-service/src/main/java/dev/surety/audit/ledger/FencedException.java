package dev.surety.audit.ledger;

/** The lease is another writer's now. Nothing was changed; the log goes on without this writer. */
public final class FencedException extends RuntimeException {
    public FencedException(Lease lease) {
        super("The writer " + lease.owner() + " of epoch " + lease.epoch() + " no longer holds the lease of the log");
    }
}
