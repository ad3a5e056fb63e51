package dev.surety.audit.disclosure;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the writer of the log works with. A batch of entries takes its keys from here, finding or making them;
 * what it made is remembered only once its transaction has committed. For the writer's thread.
 */
public final class KeyRing {
    private static final int CAPACITY = 20_000;
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);

    private final SubjectKeyStore store;
    private final KeyWrapping wrapping;
    private final SecureRandom random;
    private final Supplier<UUID> identifiers;
    private final ExpiringCache<Identity, List<SubjectKey>> cache;

    /**
     * A ring without keys.
     *
     * @param identifiers makes the ids of new keys; later ones sort behind earlier ones
     */
    public KeyRing(
            SubjectKeyStore store, KeyWrapping wrapping, SecureRandom random, Supplier<UUID> identifiers, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.wrapping = requireNonNull(wrapping, "wrapping");
        this.random = requireNonNull(random, "random");
        this.identifiers = requireNonNull(identifiers, "identifiers");
        this.cache = new ExpiringCache<>(CAPACITY, TIME_TO_LIVE, clock);
    }

    /** Whom a key may be looked up by: kind is {@code tenant}, {@code customer}, {@code agent} or {@code conversation}. */
    record Identity(String tenant, KeyHolder kind, String identifier) {}

    /** A key that was made just now, in the clear and wrapped. */
    record FreshKey(SubjectKey key, WrappedKey wrapped) {}

    /** The keys for one batch. */
    public BatchKeys forBatch() {
        return new BatchKeys(this);
    }

    /** Forgets everything, because what is stored may be different from what is remembered. */
    public void forgetAll() {
        cache.clear();
    }

    @Nullable
    List<SubjectKey> remembered(Identity identity) {
        return cache.get(identity);
    }

    /** Remembers what was looked up or made; what is remembered already still ends when it would have. */
    void remember(Identity identity, List<SubjectKey> keys) {
        List<SubjectKey> present = cache.get(identity);
        if (!keys.isEmpty() && (present == null || present.size() != keys.size())) {
            cache.put(identity, List.copyOf(keys));
        }
    }

    SubjectKeyStore store() {
        return store;
    }

    SubjectKey unwrap(WrappedKey key) {
        return wrapping.unwrap(key);
    }

    FreshKey create(String tenant, KeyHolder holder) {
        UUID id = identifiers.get();
        byte[] secret = new byte[SubjectKey.LENGTH];
        random.nextBytes(secret);
        return new FreshKey(new SubjectKey(id, tenant, holder, secret), wrapping.wrap(id, tenant, holder, secret));
    }
}
