package dev.surety.guardrail.decision.rest;

import static java.util.Objects.requireNonNullElse;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.rest.EvaluationRequest.MessagePart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ResponsePart;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.time.Identifiers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The FMS guardrails detector interface, with this service as the detector: each content is an exchange of its own,
 * decided and recorded like any, and answered with what the policy objects to.
 */
@Path("/api/v1/text/contents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Adapters")
public class FmsResource {
    private static final String PARAMETERS = "/detector_params";
    private static final Set<String> NAMES = Parameters.commonAnd("stage");

    private final EvaluationDesk desk;
    private final GuardrailConfig config;
    private final Identifiers identifiers;

    FmsResource(EvaluationDesk desk, GuardrailConfig config, Identifiers identifiers) {
        this.desk = desk;
        this.config = config;
        this.identifiers = identifiers;
    }

    @POST
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            operationId = "detect",
            summary = "Decide for an FMS guardrails orchestrator",
            description = "The header detector-id names the bot whose policy decides, unless detector_params.bot does."
                    + " Spans count code points.")
    @APIResponse(responseCode = "200", description = "For each content what the policy objects to.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed.")
    @APIResponse(responseCode = "401", description = "There is no valid access token.")
    @APIResponse(responseCode = "403", description = "The token lacks the role integrator, or its tenant is unknown.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "503", description = "A decision could not be recorded.")
    public List<List<FmsView>> detect(
            @HeaderParam("detector-id") @Nullable String detector, @Nullable FmsRequest body) {
        Violations violations = new Violations(config.limits());
        if (body == null || body.contents() == null) {
            violations.report("/contents", "a list of texts is required");
            throw violations.problem();
        }
        Parameters parameters = Parameters.read(body.parameters(), NAMES, PARAMETERS, violations);
        String bot = parameters
                .text("bot")
                .orElseGet(() -> violations.value(requireNonNullElse(detector, ""), PARAMETERS + "/bot"));
        Stage stage = stage(parameters, violations);
        List<String> contents = contents(body.contents(), violations);
        if (violations.any()) {
            throw violations.problem();
        }
        String call = "fms:" + identifiers.next();
        List<List<FmsView>> answer = new ArrayList<>(contents.size());
        for (int i = 0; i < contents.size(); i++) {
            String content = contents.get(i);
            answer.add(
                    content.isBlank()
                            ? List.of()
                            : FmsView.of(desk.decide(question(call + ":" + i, bot, stage, content, parameters))));
        }
        return answer;
    }

    private static Stage stage(Parameters parameters, Violations violations) {
        return switch (parameters.text("stage").orElse("output")) {
            case "input" -> Stage.INPUT;
            case "output" -> Stage.OUTPUT;
            case String _ -> {
                violations.report(PARAMETERS + "/stage", "either input or output was expected");
                yield Stage.OUTPUT;
            }
        };
    }

    /** Before anything is decided, so that a call is answered as a whole or refused as a whole. */
    private List<String> contents(List<@Nullable String> given, Violations violations) {
        List<String> contents = new ArrayList<>();
        for (String content :
                violations.list(given, "/contents", config.limits().messages())) {
            // An empty text is one to which nothing is objected; a missing one is a mistake.
            boolean empty = content != null && content.isBlank();
            contents.add(empty ? "" : violations.text(content, "/contents/" + contents.size()));
        }
        return contents;
    }

    private EvaluationRequest question(String id, String bot, Stage stage, String content, Parameters parameters) {
        boolean asked = stage == Stage.INPUT;
        return new EvaluationRequest(
                id,
                bot,
                stage.wireName(),
                parameters.conversation(id, config.adapters()),
                parameters.customer(id),
                asked ? List.of(new MessagePart("user", content)) : List.of(),
                asked ? null : new ResponsePart(content, null, null),
                null,
                null,
                null);
    }
}
