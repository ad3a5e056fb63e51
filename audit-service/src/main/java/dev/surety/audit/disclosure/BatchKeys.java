package dev.surety.audit.disclosure;

import dev.surety.audit.disclosure.KeyRing.FreshKey;
import dev.surety.audit.disclosure.KeyRing.Identity;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one batch: those that exist, looked up in few queries, and those that it makes. A person keeps one key;
 * a conversation whose customer is not known yet gets one of its own, which becomes the customer's as soon as the log
 * learns who it is, so that erasing the person finds it.
 */
public final class BatchKeys {
    private final KeyRing ring;
    private final Map<Identity, List<SubjectKey>> known = new HashMap<>();
    private final List<WrappedKey> newKeys = new ArrayList<>();
    private final List<KeyReference> newReferences = new ArrayList<>();

    BatchKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** Looks up the keys of everybody in the batch, with one query per tenant for those not remembered. */
    public void prefetch(Collection<Participants> everybody) {
        Map<String, Set<Identity>> missing = new LinkedHashMap<>();
        for (Participants participants : everybody) {
            for (Identity identity : identities(participants)) {
                if (known.containsKey(identity)) {
                    continue;
                }
                List<SubjectKey> remembered = ring.remembered(identity);
                if (remembered == null) {
                    missing.computeIfAbsent(identity.tenant(), _ -> new LinkedHashSet<>())
                            .add(identity);
                } else {
                    known.put(identity, new ArrayList<>(remembered));
                }
            }
        }
        missing.forEach(this::lookUp);
    }

    /** The tenant's own key. */
    public SubjectKey tenant(String tenant) {
        Identity identity = new Identity(tenant, KeyHolder.TENANT, tenant);
        List<SubjectKey> keys = known.get(identity);
        if (keys == null) {
            keys = ring.remembered(identity);
        }
        if (keys == null) {
            keys = ring.store().ofTenant(tenant).map(ring::unwrap).map(List::of).orElse(List.of());
        }
        if (keys.isEmpty()) {
            keys = List.of(create(tenant, KeyHolder.TENANT));
        }
        known.put(identity, keys);
        return keys.getFirst();
    }

    /**
     * The key that seals what is about the person served: the customer's, or the conversation's while its customer is
     * not known, or the tenant's for an event about nobody.
     */
    public SubjectKey served(Participants participants) {
        if (participants.customer() != null) {
            return customer(participants, participants.customer());
        }
        return participants.conversation() == null
                ? tenant(participants.tenant())
                : conversation(participants.tenant(), participants.conversation());
    }

    /** The key that seals which agent acted. */
    public SubjectKey agent(String tenant, String agent) {
        Identity identity = new Identity(tenant, KeyHolder.AGENT, agent);
        return first(identity, KeyHolder.AGENT, () -> link(identity, create(tenant, KeyHolder.AGENT)));
    }

    /** The keys that this batch made. */
    public List<WrappedKey> newKeys() {
        return List.copyOf(newKeys);
    }

    /** Whose keys they are, and what else the batch learned about that. */
    public List<KeyReference> newReferences() {
        return List.copyOf(newReferences);
    }

    /** Lets the ring remember the keys; to be called after the batch has committed. */
    public void committed() {
        known.forEach(ring::remember);
    }

    private SubjectKey customer(Participants participants, String customer) {
        Identity person = new Identity(participants.tenant(), KeyHolder.CUSTOMER, customer);
        SubjectKey key = first(
                person, KeyHolder.CUSTOMER, () -> link(person, create(participants.tenant(), KeyHolder.CUSTOMER)));
        if (participants.conversation() != null) {
            Identity talk = new Identity(participants.tenant(), KeyHolder.CONVERSATION, participants.conversation());
            for (SubjectKey orphan : List.copyOf(keysOf(talk))) {
                if (orphan.holder() == KeyHolder.CONVERSATION) {
                    link(person, orphan);
                }
            }
            link(talk, key);
        }
        return key;
    }

    private SubjectKey conversation(String tenant, String conversation) {
        Identity talk = new Identity(tenant, KeyHolder.CONVERSATION, conversation);
        for (SubjectKey key : keysOf(talk)) {
            if (key.holder() == KeyHolder.CUSTOMER) {
                return key;
            }
        }
        return first(talk, KeyHolder.CONVERSATION, () -> link(talk, create(tenant, KeyHolder.CONVERSATION)));
    }

    private SubjectKey first(Identity identity, KeyHolder holder, Supplier<SubjectKey> otherwise) {
        for (SubjectKey key : keysOf(identity)) {
            if (key.holder() == holder) {
                return key;
            }
        }
        return otherwise.get();
    }

    private List<SubjectKey> keysOf(Identity identity) {
        if (!known.containsKey(identity)) {
            List<SubjectKey> remembered = ring.remembered(identity);
            if (remembered == null) {
                lookUp(identity.tenant(), Set.of(identity));
            } else {
                known.put(identity, new ArrayList<>(remembered));
            }
        }
        return known.getOrDefault(identity, List.of());
    }

    private void lookUp(String tenant, Set<Identity> identities) {
        SubjectKey tenantKey = tenant(tenant);
        Map<ByteBuffer, Identity> byHandle = new LinkedHashMap<>();
        for (Identity identity : identities) {
            byHandle.put(ByteBuffer.wrap(handle(tenantKey, identity)), identity);
            known.put(identity, new ArrayList<>());
        }
        ring.store()
                .byHandles(
                        tenant,
                        byHandle.keySet().stream().map(ByteBuffer::array).toList())
                .forEach((handle, keys) -> {
                    Identity identity = byHandle.get(handle);
                    if (identity != null) {
                        known.put(identity, unwrapped(keys));
                    }
                });
    }

    private List<SubjectKey> unwrapped(List<WrappedKey> keys) {
        List<SubjectKey> unwrapped = new ArrayList<>(keys.size());
        keys.stream()
                .sorted(Comparator.comparing(WrappedKey::id))
                .map(ring::unwrap)
                .forEach(unwrapped::add);
        return unwrapped;
    }

    private SubjectKey create(String tenant, KeyHolder holder) {
        FreshKey fresh = ring.create(tenant, holder);
        newKeys.add(fresh.wrapped());
        return fresh.key();
    }

    private SubjectKey link(Identity identity, SubjectKey key) {
        List<SubjectKey> keys = keysOf(identity);
        if (keys.stream().noneMatch(present -> present.id().equals(key.id()))) {
            keys.add(key);
            newReferences.add(
                    new KeyReference(identity.tenant(), handle(tenant(identity.tenant()), identity), key.id()));
        }
        return key;
    }

    private static byte[] handle(SubjectKey tenantKey, Identity identity) {
        return tenantKey.handleOf(identity.kind().label(), identity.identifier());
    }

    private static List<Identity> identities(Participants participants) {
        List<Identity> identities = new ArrayList<>(3);
        add(identities, participants.tenant(), KeyHolder.CUSTOMER, participants.customer());
        add(identities, participants.tenant(), KeyHolder.CONVERSATION, participants.conversation());
        add(identities, participants.tenant(), KeyHolder.AGENT, participants.agent());
        return identities;
    }

    private static void add(List<Identity> identities, String tenant, KeyHolder kind, @Nullable String identifier) {
        if (identifier != null) {
            identities.add(new Identity(tenant, kind, identifier));
        }
    }
}
