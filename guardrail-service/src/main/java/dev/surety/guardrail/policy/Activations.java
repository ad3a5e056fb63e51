package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import dev.surety.kit.time.Identifiers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the log knows about which version of each policy came into force last. From it follow two things: whether there
 * is anything to tell, and under which id. The id is derived from the activation before, so replicas that start
 * together tell one activation once, and a policy that comes back after another one is an activation of its own.
 */
public final class Activations {
    private final Map<Key, Last> last = new HashMap<>();

    private record Key(String tenant, String policy) {
        Key {
            requireNonNull(tenant, "tenant");
            requireNonNull(policy, "policy");
        }
    }

    private record Last(String digest, UUID id) {}

    /** Takes note of an activation that stands in the log; later ones follow earlier ones. */
    public void told(String tenant, String policy, String digest, UUID id) {
        last.put(new Key(tenant, policy), new Last(digest, id));
    }

    /** The id of the activation of that policy now; empty when the log says that it is in force already. */
    public Optional<UUID> next(String tenant, Policy.Identity policy) {
        Last before = last.get(new Key(tenant, policy.id()));
        if (before == null) {
            return Optional.of(Identifiers.named(tenant, "policy-activated:" + policy.digest()));
        }
        return before.digest().equals(policy.digest())
                ? Optional.empty()
                : Optional.of(
                        Identifiers.named(tenant, "policy-activated:" + policy.digest() + " after " + before.id()));
    }
}
