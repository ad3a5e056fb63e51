package dev.surety.escalation.session;

import dev.surety.escalation.Agent;
import dev.surety.kit.identity.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the present request, from a session cookie or an access token alike. */
@RequestScoped
public class SessionService {
    private final Caller caller;
    private final SecurityIdentity identity;

    SessionService(Caller caller, SecurityIdentity identity) {
        this.caller = caller;
        this.identity = identity;
    }

    /** The person as an agent. */
    public Agent agent() {
        return new Agent(caller.subject(), caller.name());
    }

    /** The tenant that the person acts for. */
    public String tenant() {
        return caller.tenant();
    }

    /** Until when the token is good that came with the request; what lasts longer than a request must end then. */
    public Instant expiresAt() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.MAX;
    }
}
