package dev.surety.guardrail.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policies in force: for each bot exactly one. A policy of the bot's own tenant stands above one for every tenant,
 * and that above the baseline.
 */
public final class PolicyCatalogue {
    private final Policy baseline;
    private final Map<Key, Policy> policies;
    private final List<InForce> inForce;
    private final Libraries libraries;

    private PolicyCatalogue(Policy baseline, Map<Key, Policy> policies, List<InForce> inForce, Libraries libraries) {
        this.libraries = libraries;
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
     * @param bundled the documents that the service brings, the baseline first
     * @throws PolicyRefusedException when one is refused, or two want to decide for the same bot
     */
    public static PolicyCatalogue compile(
            PolicyCompiler compiler, List<PolicySource> bundled, List<StoredPolicy> stored)
            throws PolicyRefusedException {
        Libraries libraries = Libraries.of(compiler, bundled, stored);
        Policy base = compiler.compile(bundled.getFirst(), libraries.shared());
        Set<Pin> extended = extended(stored);
        Map<Key, Policy> policies = new HashMap<>();
        Map<Key, String> files = new HashMap<>();
        List<InForce> inForce = new ArrayList<>();
        inForce.add(new InForce(null, base));
        for (StoredPolicy document : stored) {
            if (!PolicyCompiler.isPolicy(document.source())) {
                continue;
            }
            Policy policy = compiler.compile(document.source(), libraries.of(document.tenant()));
            if (policy.draft()) {
                throw refused(document, "a draft decides for nobody: remove metadata.draft when its tests hold");
            }
            if (policy.bots().isEmpty() && extended.contains(policy.identity().pin())) {
                continue;
            }
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
        return new PolicyCatalogue(base, policies, inForce, libraries);
    }

    /** What a new policy of that tenant could name. */
    public PolicyLibrary library(String tenant) {
        return libraries.of(tenant);
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

    /** The policies that others extend; those among them that name no bot are there for nothing else. */
    private static Set<Pin> extended(List<StoredPolicy> stored) throws PolicyRefusedException {
        Set<Pin> extended = new HashSet<>();
        for (StoredPolicy document : stored) {
            extended.addAll(PolicyCompiler.extended(document.source()));
        }
        return extended;
    }

    private static PolicyRefusedException refused(StoredPolicy document, String message) {
        return new PolicyRefusedException(
                List.of(new PolicyDiagnostic(document.source().file(), Position.START, message)));
    }

    /** What policies can name: a tenant what everybody has and what it brings itself. */
    private record Libraries(PolicyLibrary shared, Map<String, PolicyLibrary> own) {
        static Libraries of(PolicyCompiler compiler, List<PolicySource> bundled, List<StoredPolicy> stored)
                throws PolicyRefusedException {
            List<PolicySource> everybodys = new ArrayList<>(bundled);
            Map<String, List<PolicySource>> byTenant = new TreeMap<>();
            for (StoredPolicy document : stored) {
                String tenant = document.tenant();
                (tenant == null ? everybodys : byTenant.computeIfAbsent(tenant, _ -> new ArrayList<>()))
                        .add(document.source());
            }
            PolicyLibrary shared = compiler.library(everybodys);
            Map<String, PolicyLibrary> own = new HashMap<>();
            for (Map.Entry<String, List<PolicySource>> tenant : byTenant.entrySet()) {
                own.put(tenant.getKey(), shared.with(compiler.library(tenant.getValue())));
            }
            return new Libraries(shared, own);
        }

        PolicyLibrary of(@Nullable String tenant) {
            return tenant == null ? shared : own.getOrDefault(tenant, shared);
        }
    }
}
