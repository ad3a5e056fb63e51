package dev.surety.escalation.session.rest;

import dev.surety.escalation.session.ReturnPath;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser begins to log in and where the identity provider sends it back. Whoever arrives without a session is
 * sent to the identity provider before this is called.
 */
@Path("/login")
@Authenticated
@NonBlocking
public class LoginResource {
    @GET
    @Operation(hidden = true)
    public Response backTo(@QueryParam("return") @Nullable String returnTo) {
        return Response.seeOther(ReturnPath.of(returnTo)).build();
    }
}
