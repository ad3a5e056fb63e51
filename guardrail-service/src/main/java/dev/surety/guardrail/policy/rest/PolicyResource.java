package dev.surety.guardrail.policy.rest;

import dev.surety.guardrail.policy.PolicyService;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows which policy decides. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Policies")
public class PolicyResource {
    private final PolicyService policies;
    private final Caller caller;

    PolicyResource(PolicyService policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Roles.POLICY_AUTHOR,
        Roles.POLICY_APPROVER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.REVIEWER,
        Roles.LEAD
    })
    @Operation(
            operationId = "policiesInForce",
            summary = "The policies in force",
            description = "Those of the caller's tenant and those for every tenant; the baseline comes first.")
    @APIResponse(responseCode = "200", description = "Which policies there are, and for which bots.")
    public PolicyListView inForce() {
        return PolicyListView.of(policies.inForce(caller.tenant()));
    }

    @GET
    @Path("/current")
    @RolesAllowed({
        Roles.POLICY_AUTHOR,
        Roles.POLICY_APPROVER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.REVIEWER,
        Roles.LEAD,
        Roles.INTEGRATOR
    })
    @Operation(
            operationId = "currentPolicy",
            summary = "The policy in force for a bot",
            description = "Every bot of the caller's tenant has exactly one; where none was given, the baseline.")
    @APIResponse(responseCode = "200", description = "The policy, its rules in words, and its document.")
    @APIResponse(responseCode = "400", description = "The bot is not named (problem invalid-value).")
    public PolicyView current(
            @Parameter(
                            description = "The bot's name, as evaluations give it.",
                            example = "retail-assistant",
                            required = true)
                    @QueryParam("bot")
                    @Nullable
                    String bot) {
        if (bot == null || bot.isBlank()) {
            throw Problems.invalidValue("bot", "the query parameter names the bot, for example ?bot=retail-assistant");
        }
        return PolicyView.of(policies.inForce(caller.tenant(), bot));
    }
}
