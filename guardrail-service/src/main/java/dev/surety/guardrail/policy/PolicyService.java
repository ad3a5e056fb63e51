package dev.surety.guardrail.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Keeps the policies in force. They are compiled once, when the service starts; a document that is refused keeps it
 * from starting, because deciding by another policy than the one intended would be worse than not deciding.
 */
@Startup
@ApplicationScoped
public class PolicyService {
    /** The policy of every bot that has none of its own. */
    public static final String BASELINE = "/policies/baseline.yaml";

    /** What diagnostics call a document that is only tried out. */
    public static final String DRAFT = "draft";

    private final PolicyCompiler compiler;
    private final PolicyCatalogue catalogue;

    PolicyService(PolicyCompiler compiler, PolicyStore store) {
        this.compiler = compiler;
        try {
            this.catalogue = PolicyCatalogue.compile(compiler, baseline(), store.load());
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
     * Compiles a document that is only tried out: it comes into force for nobody.
     *
     * @throws PolicyRefusedException with everything that is wrong with it
     */
    public Policy draft(String document) throws PolicyRefusedException {
        return compiler.compile(new PolicySource(DRAFT, document));
    }

    /** Every policy that is in force for somebody. */
    public List<PolicyCatalogue.InForce> all() {
        return catalogue.all();
    }

    /** The baseline as the service brings it. */
    public static PolicySource baseline() {
        try (InputStream in = PolicyService.class.getResourceAsStream(BASELINE)) {
            if (in == null) {
                throw new IllegalStateException(BASELINE + " is missing from the classpath");
            }
            return new PolicySource("baseline.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
