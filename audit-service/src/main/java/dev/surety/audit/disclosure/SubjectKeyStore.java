package dev.surety.audit.disclosure;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds wrapped keys. New ones are stored in the transaction that appends the first entry sealed under them. */
public interface SubjectKeyStore {
    /** The tenant's own key. */
    Optional<WrappedKey> ofTenant(String tenant);

    /** The keys that each handle stands for, oldest first; a handle without keys is not in the result. */
    Map<ByteBuffer, List<WrappedKey>> byHandles(String tenant, Collection<byte[]> handles);

    /** The keys with those identifiers, as far as they still exist. */
    Map<UUID, WrappedKey> byIds(Collection<UUID> ids);
}
