package dev.surety.kit.identity;

import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.KitConfig;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who calls, as the validated token says. Its tenant is always one that this installation serves. */
@RequestScoped
public class Caller {
    private static final String TENANT_CLAIM = "tenant";

    private final SecurityIdentity identity;
    private final Set<String> tenants;

    Caller(SecurityIdentity identity, KitConfig config) {
        this.identity = identity;
        this.tenants = config.tenants();
    }

    /** The stable identifier of the person or client. */
    public String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** How colleagues know the person; the client's name when no person calls. */
    public String name() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim("name") instanceof String name
                        && !name.isBlank()
                ? name
                : identity.getPrincipal().getName();
    }

    /**
     * The tenant that the caller acts for.
     *
     * @throws ProblemException 403 when the token names none, or one that is not served here
     */
    public String tenant() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(TENANT_CLAIM) instanceof String tenant
                && tenants.contains(tenant)) {
            return tenant;
        }
        throw new ProblemException(new Problem(
                ProblemTypes.UNKNOWN_TENANT,
                "Unknown tenant",
                403,
                "The access token's claim 'tenant' is missing, or names a tenant that this installation does not"
                        + " serve. Use a token of a tenant that it does."));
    }

    public Set<String> roles() {
        return Set.copyOf(identity.getRoles());
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }
}
