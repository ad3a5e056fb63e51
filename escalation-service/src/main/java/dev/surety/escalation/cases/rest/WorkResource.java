package dev.surety.escalation.cases.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.escalation.cases.CaseFileService;
import dev.surety.escalation.cases.ReplyService;
import dev.surety.escalation.cases.ResolutionService;
import dev.surety.escalation.cases.StepService;
import dev.surety.escalation.session.SessionService;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Works a case: answers the customer, notes steps, ends it. Only its owner may. */
@Path("/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.LEAD})
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Cases")
public class WorkResource {
    private static final int LONGEST_KEY = 200;
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final ReplyService replies;
    private final StepService steps;
    private final ResolutionService resolutions;
    private final CaseFileService files;
    private final SessionService session;

    WorkResource(
            ReplyService replies,
            StepService steps,
            ResolutionService resolutions,
            CaseFileService files,
            SessionService session) {
        this.replies = replies;
        this.steps = steps;
        this.resolutions = resolutions;
        this.files = files;
        this.session = session;
    }

    @POST
    @Path("{id}/replies")
    @Operation(summary = "Answer the customer; refused while there is something that you have not seen")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "200", description = "The same message was sent before")
    @APIResponse(
            responseCode = "409",
            description =
                    "context-changed, with the missing messages; floor-lost;" + " already-claimed, with the owner")
    public Response reply(@PathParam("id") UUID id, @Nullable ReplyDraft draft) {
        ReplyService.Sent sent = replies.reply(
                session.tenant(), id, session.agent(), present(draft).checked());
        return created(sent.fresh(), MessageView.of(sent.entry()));
    }

    @POST
    @Path("{id}/steps")
    @Operation(summary = "Note a step")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StepView.class)))
    @APIResponse(responseCode = "200", description = "The same step was noted before")
    public Response step(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable StepDraft draft) {
        Violations violations = new Violations();
        String key = violations.required("Idempotency-Key", idempotencyKey, LONGEST_KEY);
        violations.throwIfAny();
        StepService.Logged logged =
                steps.log(session.tenant(), id, session.agent(), present(draft).checked(), key);
        return created(logged.fresh(), StepView.of(logged.step()));
    }

    @POST
    @Path("{id}/resolution")
    @Operation(summary = "End a case as it was when you read it; the bot may speak again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "409", description = "No step on record, or not yours")
    @APIResponse(responseCode = "412", description = "The case changed since you read it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response resolve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ResolutionDraft draft) {
        ResolutionService.Verdict verdict = present(draft).checked();
        String tenant = session.tenant();
        var _ = resolutions.resolve(tenant, id, session.agent(), version(ifMatch), verdict);
        return CaseResource.answer(files.read(tenant, id));
    }

    private static <T> T present(@Nullable T draft) {
        if (draft == null) {
            throw Problems.invalidValue("", "a JSON object is required as body");
        }
        return draft;
    }

    private static Response created(boolean fresh, Object entity) {
        return Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
                .entity(entity)
                .build();
    }

    /** The version that a strong entity tag names (RFC 9110 section 13.1.1); any other tag names none that exists. */
    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(new Problem(
                    ProblemTypes.PRECONDITION_REQUIRED,
                    "If-Match is required",
                    428,
                    "Read the case and send its ETag as If-Match, so that nothing is resolved that nobody has read."));
        }
        Matcher tag = VERSION_TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
    }
}
