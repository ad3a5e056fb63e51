package dev.surety.audit.query;

import dev.surety.audit.disclosure.SealedPayload;
import dev.surety.audit.ledger.LogEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds entries, and what is sealed beside them. */
public interface EntryStore {
    /** The entry at that index, whosever it is. */
    Optional<LogEntry> at(long index);

    /** The entries that the filter asks for, in the order of the log. */
    List<LogEntry> find(EntryFilter filter);

    /** What is sealed beside the entries at these indices. */
    List<SealedPayload> payloads(Collection<Long> indices);
}
