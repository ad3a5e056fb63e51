package dev.surety.audit.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What makes an event one and the same: its id within its tenant. */
public record EventKey(String tenant, UUID id) {
    public EventKey {
        requireNonNull(tenant, "tenant");
        requireNonNull(id, "id");
    }
}
