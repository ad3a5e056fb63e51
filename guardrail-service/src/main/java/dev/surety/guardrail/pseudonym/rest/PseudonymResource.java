package dev.surety.guardrail.pseudonym.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.pseudonym.PseudonymService;
import dev.surety.guardrail.pseudonym.RevealNotRecordedException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Turns pseudonyms back, for the integrator towards the customer and for compliance; each time is on record. */
@Path("/v1/pseudonyms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Pseudonyms")
public class PseudonymResource {
    private static final int MOST_BOXES = 200;

    private final PseudonymService pseudonyms;
    private final GuardrailConfig config;
    private final Caller caller;

    PseudonymResource(PseudonymService pseudonyms, GuardrailConfig config, Caller caller) {
        this.pseudonyms = pseudonyms;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Path("/reveal")
    @RolesAllowed({Roles.INTEGRATOR, Roles.COMPLIANCE})
    @Operation(
            operationId = "revealPseudonyms",
            summary = "Restore a text",
            description =
                    "Puts the values back where their pseudonyms stand. Only boxes of the caller's tenant and of the"
                            + " named conversation open. The answer comes after the restoration is durably recorded.")
    @APIResponse(responseCode = "200", description = "The restored text.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed; errors name each by pointer.")
    @APIResponse(responseCode = "401", description = "There is no valid access token.")
    @APIResponse(responseCode = "403", description = "The token has neither the role integrator nor compliance.")
    @APIResponse(responseCode = "404", description = "A box is not of this conversation, or not of this tenant.")
    @APIResponse(responseCode = "503", description = "The restoration could not be recorded. Try again.")
    public RevealView reveal(@Nullable RevealRequest body) {
        RevealRequest request = checked(body);
        try {
            return pseudonyms
                    .reveal(
                            caller.tenant(),
                            Objects.requireNonNull(request.conversation()),
                            caller.subject(),
                            Objects.requireNonNull(request.text()),
                            Objects.requireNonNull(request.sealed()).stream()
                                    .map(Objects::requireNonNull)
                                    .toList())
                    .map(RevealView::of)
                    .orElseThrow(() -> Problems.notFound("box of sealed values in this conversation"));
        } catch (RevealNotRecordedException failure) {
            throw new ProblemException(new Problem(
                    ProblemTypes.NOT_RECORDED,
                    "The restoration could not be recorded",
                    503,
                    "Without a record nothing is revealed. Send the same request again in a few seconds."));
        }
    }

    private RevealRequest checked(@Nullable RevealRequest body) {
        List<Problem.Violation> violations = new ArrayList<>();
        if (body == null) {
            throw Problems.invalidValues(
                    List.of(new Problem.Violation("", "a JSON object with conversation, text and sealed is required")));
        }
        int longest = config.limits().valueLength();
        if (body.conversation() == null
                || body.conversation().isBlank()
                || body.conversation().length() > longest) {
            violations.add(new Problem.Violation(
                    "/conversation", "the id of the conversation is required, of at most " + longest + " characters"));
        }
        int most = config.limits().textLength();
        if (body.text() == null || body.text().length() > most) {
            violations.add(new Problem.Violation("/text", "a text of at most " + most + " characters is required"));
        }
        List<@Nullable String> sealed = body.sealed();
        if (sealed == null || sealed.isEmpty() || sealed.size() > MOST_BOXES || sealed.contains(null)) {
            violations.add(new Problem.Violation(
                    "/sealed", "a list of 1 to " + MOST_BOXES + " texts is required, as decisions have them"));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalidValues(violations);
        }
        return body;
    }
}
