package dev.surety.audit.disclosure;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** Whom an event is about, as far as it says: identifiers of the integrator's and the identity provider's, no names. */
public record Participants(
        String tenant,
        @Nullable String customer,
        @Nullable String conversation,
        @Nullable String agent) {
    /** Stands for the tenant of a record whose tenant cannot be read; no tenant can have this name. */
    public static final String NO_TENANT = "-";

    public Participants {
        requireNonNull(tenant, "tenant");
    }

    /** An event about nobody in particular. */
    public static Participants ofTenant(String tenant) {
        return new Participants(tenant, null, null, null);
    }
}
