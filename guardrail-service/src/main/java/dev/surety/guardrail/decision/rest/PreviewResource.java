package dev.surety.guardrail.decision.rest;

import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.Preview;
import dev.surety.guardrail.decision.PreviewService;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows people who work on policies how an exchange would be decided. Nothing is delivered, so nothing is recorded as an
 * exchange; the service's own log says who tried what out, without its content.
 */
@Path("/v1/evaluations/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class PreviewResource {
    private static final Logger LOG = Logger.getLogger(PreviewResource.class);

    private final PreviewService previews;
    private final PreviewGate gate;
    private final Caller caller;
    private final EvaluationResource.Surroundings surroundings;

    PreviewResource(
            PreviewService previews, PreviewGate gate, Caller caller, EvaluationResource.Surroundings surroundings) {
        this.previews = previews;
        this.gate = gate;
        this.caller = caller;
        this.surroundings = surroundings;
    }

    @POST
    @RolesAllowed({Roles.POLICY_AUTHOR, Roles.POLICY_APPROVER, Roles.COMPLIANCE, Roles.REVIEWER, Roles.LEAD})
    @Operation(
            operationId = "preview",
            summary = "Try out how an exchange would be decided",
            description =
                    "Decides by the policy in force, or by a document that is sent along. Nothing is delivered and"
                            + " nothing recorded. A document that is refused is an answer too: diagnostics say where and why.")
    @APIResponse(responseCode = "200", description = "How it would be decided, or what is wrong with the document.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed; errors name each by pointer.")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow it, or its tenant is unknown.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "429", description = "Too many previews; Retry-After says when to come back.")
    public PreviewView preview(@Nullable PreviewRequest body) {
        String tenant = caller.tenant();
        if (body == null || body.exchange() == null) {
            throw Problems.invalidValue("/exchange", "an exchange is required, as for a decision");
        }
        ExchangeReader.Read read = read(body.exchange());
        Evaluation.Request request =
                new Evaluation.Request(tenant, read.requestId(), surroundings.digest(body.exchange()), read.bot());
        Preview preview =
                gate.pass(tenant, caller.subject(), () -> previews.preview(request, read.exchange(), body.policy()));
        LOG.infof("Preview for %s of tenant %s: %s", caller.subject(), tenant, inShort(preview));
        return PreviewView.of(preview);
    }

    private ExchangeReader.Read read(EvaluationRequest exchange) {
        try {
            return ExchangeReader.read(exchange, surroundings.limits(), surroundings.today());
        } catch (ProblemException wrong) {
            throw within(wrong.problem());
        }
    }

    /** The same violations, with their places in the body of this call. */
    private static ProblemException within(Problem problem) {
        List<Problem.Violation> errors = problem.errors().stream()
                .map(error -> new Problem.Violation("/exchange" + error.pointer(), error.detail()))
                .toList();
        return Problems.invalidValues(errors);
    }

    private static String inShort(Preview preview) {
        return switch (preview) {
            case Preview.Decided decided ->
                "%s by %s %s"
                        .formatted(
                                decided.evaluation().decision().action().wireName(),
                                decided.draft() ? "draft" : "policy",
                                decided.evaluation().decision().policy().digest());
            case Preview.Refused _ -> "draft refused";
        };
    }
}
