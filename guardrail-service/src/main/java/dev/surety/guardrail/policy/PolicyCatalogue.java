package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force: for each bot exactly one. A policy of the bot's own tenant stands above one for every tenant,
 * and that above the baseline.
 */
public final class PolicyCatalogue {
    private final Policy baseline;
    private final Map<Key, Policy> policies;
    private final List<InForce> inForce;

    private PolicyCatalogue(Policy baseline, Map<Key, Policy> policies, List<InForce> inForce) {
        this.baseline = baseline;
        this.policies = Map.copyOf(policies);
        this.inForce = List.copyOf(inForce);
    }

    private record Key(@Nullable String tenant, String bot) {}

    /**
     * A policy and for whom it is in force.
     *
     * @param tenant null for every tenant
     */
    public record InForce(@Nullable String tenant, Policy policy) {
        public InForce {
            requireNonNull(policy, "policy");
        }
    }

    /**
     * Compiles all documents.
     *
     * @throws PolicyRefusedException when one is refused, or two want to decide for the same bot
     */
    public static PolicyCatalogue compile(PolicyCompiler compiler, PolicySource baseline, List<StoredPolicy> stored)
            throws PolicyRefusedException {
        Policy base = compiler.compile(baseline);
        Map<Key, Policy> policies = new HashMap<>();
        Map<Key, String> files = new HashMap<>();
        List<InForce> inForce = new ArrayList<>();
        inForce.add(new InForce(null, base));
        for (StoredPolicy document : stored) {
            Policy policy = compiler.compile(document.source());
            if (policy.bots().isEmpty()) {
                throw refused(document, "metadata.bots is missing: name the bots that this policy decides for");
            }
            for (String bot : policy.bots()) {
                Key key = new Key(document.tenant(), bot);
                String other = files.putIfAbsent(key, document.source().file());
                if (other != null) {
                    throw refused(document, "bot '" + bot + "' has a policy already, in " + other + ": remove one");
                }
                policies.put(key, policy);
            }
            inForce.add(new InForce(document.tenant(), policy));
        }
        return new PolicyCatalogue(base, policies, inForce);
    }

    /** The policy that decides for a bot of a tenant. */
    public Policy of(String tenant, String bot) {
        Policy own = policies.get(new Key(tenant, bot));
        return own != null ? own : Objects.requireNonNullElse(policies.get(new Key(null, bot)), baseline);
    }

    /** Every policy, the baseline first. */
    public List<InForce> all() {
        return inForce;
    }

    private static PolicyRefusedException refused(StoredPolicy document, String message) {
        return new PolicyRefusedException(
                List.of(new PolicyDiagnostic(document.source().file(), Position.START, message)));
    }
}
