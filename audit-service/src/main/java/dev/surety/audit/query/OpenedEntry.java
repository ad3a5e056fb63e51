package dev.surety.audit.query;

import static java.util.Objects.requireNonNull;

import dev.surety.audit.disclosure.Disclosure;
import dev.surety.audit.ledger.LogEntry;
import java.util.List;

/**
 * An entry, and as much of what is sealed beside it as can be opened.
 *
 * @param disclosures only those whose digests stand in the entry
 */
public record OpenedEntry(LogEntry entry, List<Disclosure> disclosures, Seal seal) {
    public OpenedEntry {
        requireNonNull(entry, "entry");
        disclosures = List.copyOf(disclosures);
        requireNonNull(seal, "seal");
    }

    /** How what is sealed was found. */
    public enum Seal {
        /** Nothing is sealed beside the entry. */
        NONE,
        /** All of it opens and is what the entry commits to. */
        INTACT,
        /** A key or a payload is gone: it can never be read again. */
        ERASED,
        /** Something is not what the entry commits to. */
        DAMAGED
    }
}
