package dev.surety.escalation.guardrail.rest;

import dev.surety.escalation.guardrail.GuardrailAwayException;
import dev.surety.escalation.guardrail.GuardrailCall;
import dev.surety.escalation.guardrail.GuardrailService;
import dev.surety.kit.problem.Problems;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The calls of guardrail-service that the console may make with its session, so that no token has to reach the browser.
 * They are listed here one by one; who may what, guardrail-service decides by the token, as for anybody else.
 */
@Path("/v1/guardrail")
@Authenticated
@RunOnVirtualThread
@Tag(name = "Policies in the console")
public class GuardrailResource {
    private static final Logger LOG = Logger.getLogger(GuardrailResource.class);
    private static final String POLICIES = "policies";
    private static final String EVALUATIONS = "evaluations";

    private final GuardrailService guardrail;
    private final SecurityIdentity identity;

    GuardrailResource(GuardrailService guardrail, SecurityIdentity identity) {
        this.guardrail = guardrail;
        this.identity = identity;
    }

    @GET
    @Path("/policies")
    @Operation(summary = "The policies in force")
    public Response policies() {
        return ask(GuardrailCall.read(POLICIES));
    }

    @GET
    @Path("/policies/current")
    @Operation(summary = "The policy in force for a bot")
    public Response currentPolicy(@QueryParam("bot") @Nullable String bot) {
        return ask(GuardrailCall.read(POLICIES, "current").with("bot", bot));
    }

    @POST
    @Path("/evaluations/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Try out how an exchange would be decided")
    public Response preview(String body) {
        return ask(GuardrailCall.send(body, EVALUATIONS, "preview"));
    }

    @GET
    @Path("/evaluations/{id: [0-9a-fA-F-]{36}}")
    @Operation(summary = "A decision and its explanation")
    public Response decision(@PathParam("id") String id) {
        return ask(GuardrailCall.read(EVALUATIONS, id));
    }

    @GET
    @Path("/figures")
    @Operation(summary = "What was decided lately, in figures")
    public Response figures(@QueryParam("window") @Nullable String window) {
        return ask(GuardrailCall.read("figures").with("window", window));
    }

    @GET
    @Path("/figures/decisions")
    @Operation(summary = "The decisions behind the figures")
    public Response decisions(
            @QueryParam("window") @Nullable String window,
            @QueryParam("action") @Nullable String action,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("cursor") @Nullable String cursor) {
        return ask(GuardrailCall.read("figures", "decisions")
                .with("window", window)
                .with("action", action)
                .with("rule", rule)
                .with("cursor", cursor));
    }

    private Response ask(GuardrailCall call) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            throw new UnauthorizedException();
        }
        try {
            GuardrailService.Answer answer = guardrail.ask(call, token.getToken());
            Response.ResponseBuilder response =
                    Response.status(answer.status()).type(answer.mediaType()).entity(answer.body());
            answer.retryAfter().ifPresent(seconds -> response.header("Retry-After", seconds));
            return response.build();
        } catch (GuardrailAwayException away) {
            LOG.warnf("guardrail-service cannot be asked: %s", away.getMessage());
            throw Problems.unavailable("The guardrail service");
        }
    }
}
