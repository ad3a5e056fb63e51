package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import dev.surety.tlog.merkle.CompactRange;
import dev.surety.tlog.merkle.Hash;

/** How far the log has come, as it is committed. */
public record LogState(String origin, long epoch, CompactRange frontier, Hash root) {
    public LogState {
        requireNonNull(origin, "origin");
        requireNonNull(frontier, "frontier");
        requireNonNull(root, "root");
    }

    public long size() {
        return frontier.size();
    }
}
