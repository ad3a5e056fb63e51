package dev.surety.escalation.session.rest;

import dev.surety.kit.identity.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells the console who its user is. */
@Path("/v1/session")
@Authenticated
@NonBlocking
@Tag(name = "Session")
public class SessionResource {
    private final Caller caller;

    SessionResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who is logged in")
    public SessionView session() {
        return new SessionView(
                caller.subject(),
                caller.name(),
                caller.roles().stream().sorted().toList(),
                caller.tenant());
    }
}
