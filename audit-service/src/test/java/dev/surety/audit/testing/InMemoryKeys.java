package dev.surety.audit.testing;

import dev.surety.audit.disclosure.KeyHolder;
import dev.surety.audit.disclosure.KeyReference;
import dev.surety.audit.disclosure.KeyWrapping;
import dev.surety.audit.disclosure.SubjectKey;
import dev.surety.audit.disclosure.SubjectKeyStore;
import dev.surety.audit.disclosure.WrappedKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keys in memory, wrapped in nothing. */
public final class InMemoryKeys implements SubjectKeyStore, KeyWrapping {
    private final Map<UUID, WrappedKey> keys = new LinkedHashMap<>();
    private final Map<ByteBuffer, List<UUID>> references = new HashMap<>();

    /** Stores what a batch made. */
    public void store(Collection<WrappedKey> newKeys, Collection<KeyReference> newReferences) {
        newKeys.forEach(key -> keys.put(key.id(), key));
        newReferences.forEach(reference -> references
                .computeIfAbsent(ByteBuffer.wrap(reference.handle()), _ -> new ArrayList<>())
                .add(reference.keyId()));
    }

    /** Destroys a key. */
    public void shred(UUID id) {
        keys.remove(id);
    }

    public int size() {
        return keys.size();
    }

    @Override
    public Optional<WrappedKey> ofTenant(String tenant) {
        return keys.values().stream()
                .filter(key -> key.holder() == KeyHolder.TENANT && key.tenant().equals(tenant))
                .findFirst();
    }

    @Override
    public Map<ByteBuffer, List<WrappedKey>> byHandles(String tenant, Collection<byte[]> handles) {
        Map<ByteBuffer, List<WrappedKey>> found = new HashMap<>();
        for (byte[] handle : handles) {
            List<UUID> ids = references.get(ByteBuffer.wrap(handle));
            if (ids != null) {
                found.put(ByteBuffer.wrap(handle), ids.stream().map(keys::get).toList());
            }
        }
        return found;
    }

    @Override
    public Map<UUID, WrappedKey> byIds(Collection<UUID> ids) {
        Map<UUID, WrappedKey> found = new HashMap<>(keys);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public WrappedKey wrap(UUID id, String tenant, KeyHolder holder, byte[] secret) {
        return new WrappedKey(id, tenant, holder, secret, 1);
    }

    @Override
    public SubjectKey unwrap(WrappedKey key) {
        return new SubjectKey(key.id(), key.tenant(), key.holder(), key.wrapped());
    }
}
