package dev.surety.guardrail.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps the policies in force. They are compiled once, when the service starts; a document that is refused keeps it
 * from starting, because deciding by another policy than the one intended would be worse than not deciding.
 */
@Startup
@ApplicationScoped
public class PolicyService {
    /** What diagnostics call a document that is only tried out. */
    public static final String DRAFT = "draft";

    private final PolicyCompiler compiler;
    private final PolicyCatalogue catalogue;

    PolicyService(PolicyCompiler compiler, PolicyStore store) {
        this.compiler = compiler;
        try {
            this.catalogue = PolicyCatalogue.compile(compiler, BundledDocuments.all(), store.load());
        } catch (PolicyRefusedException refused) {
            throw new IllegalStateException("A policy was refused:\n" + refused.getMessage(), refused);
        }
    }

    /** The policy that decides for a bot of a tenant. */
    public Policy inForce(String tenant, String bot) {
        return catalogue.of(tenant, bot);
    }

    /** Every policy that may decide for a bot of a tenant, the baseline first. */
    public List<Policy> inForce(String tenant) {
        return catalogue.all().stream()
                .filter(each -> each.tenant() == null || tenant.equals(each.tenant()))
                .map(PolicyCatalogue.InForce::policy)
                .toList();
    }

    /**
     * Compiles a document that is only tried out, with all that the tenant's policies can name: it comes into force
     * for nobody.
     *
     * @throws PolicyRefusedException with everything that is wrong with it
     */
    public Policy draft(String tenant, String document) throws PolicyRefusedException {
        return compiler.compile(new PolicySource(DRAFT, document), catalogue.library(tenant));
    }

    /** Every policy that is in force for somebody. */
    public List<PolicyCatalogue.InForce> all() {
        return catalogue.all();
    }
}
