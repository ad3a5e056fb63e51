package dev.surety.escalation.cases.rest;

import dev.surety.escalation.cases.CaseFileService;
import dev.surety.escalation.cases.CaseRefusedException;
import dev.surety.escalation.cases.ClaimService;
import dev.surety.escalation.cases.metric.ClaimMeters;
import dev.surety.escalation.session.SessionService;
import dev.surety.kit.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes cases and gives them back. */
@Path("/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.LEAD})
@RunOnVirtualThread
@Tag(name = "Cases")
public class OwnershipResource {
    private final ClaimService claims;
    private final CaseFileService files;
    private final SessionService session;
    private final ClaimMeters meters;

    OwnershipResource(ClaimService claims, CaseFileService files, SessionService session, ClaimMeters meters) {
        this.claims = claims;
        this.files = files;
        this.session = session;
        this.meters = meters;
    }

    @POST
    @Path("{id}/claim")
    @Operation(summary = "Take a case: of all who try, exactly one gets it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "409", description = "already-claimed, with the owner; or the case is resolved")
    public Response claim(@PathParam("id") UUID id) {
        String tenant = session.tenant();
        try {
            ClaimService.Claim claim = claims.claim(tenant, id, session.agent());
            if (claim.fresh()) {
                meters.claimed(claim.claimed());
            } else {
                meters.repeated();
            }
        } catch (CaseRefusedException refused) {
            meters.refused();
            throw refused;
        }
        return CaseResource.answer(files.read(tenant, id));
    }

    @POST
    @Path("{id}/release")
    @Operation(summary = "Give a case back to its queue; the bot stays silent")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "409", description = "Not yours, or nobody's")
    public Response release(@PathParam("id") UUID id) {
        String tenant = session.tenant();
        var _ = claims.release(tenant, id, session.agent());
        return CaseResource.answer(files.read(tenant, id));
    }
}
