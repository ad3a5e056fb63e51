package dev.surety.guardrail.decision.rest;

import static java.util.Objects.requireNonNullElse;

import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.Decision;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ConversationPart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.CustomerPart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.MessagePart;
import dev.surety.guardrail.decision.rest.EvaluationRequest.ResponsePart;
import dev.surety.guardrail.evaluation.Stage;
import dev.surety.guardrail.policy.Action;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.time.Identifiers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's generic guardrail interface. What it asks is decided and recorded like any exchange: the texts of a request
 * as one, each text of a response as one of its own. Images and tool calls are not judged here, so a request that brings
 * images is refused.
 */
@Path("/beta/litellm_basic_guardrail_api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Adapters")
public class LiteLlmResource {
    private static final String PARAMETERS = "/additional_provider_specific_params";

    private final EvaluationDesk desk;
    private final EvaluationResource.Surroundings surroundings;
    private final GuardrailConfig config;
    private final Identifiers identifiers;

    LiteLlmResource(
            EvaluationDesk desk,
            EvaluationResource.Surroundings surroundings,
            GuardrailConfig config,
            Identifiers identifiers) {
        this.desk = desk;
        this.surroundings = surroundings;
        this.config = config;
        this.identifiers = identifiers;
    }

    @POST
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            operationId = "evaluateForLiteLlm",
            summary = "Decide for LiteLLM",
            description = "LiteLLM's generic guardrail interface. additional_provider_specific_params names the bot.")
    @APIResponse(responseCode = "200", description = "The decision, also where it is to block.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed.")
    @APIResponse(responseCode = "401", description = "There is no valid access token.")
    @APIResponse(responseCode = "403", description = "The token lacks the role integrator, or its tenant is unknown.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(responseCode = "503", description = "The decision could not be recorded.")
    public LiteLlmView decide(@Nullable LiteLlmRequest body) {
        Violations violations = new Violations(config.limits());
        if (body == null) {
            violations.report("", "a JSON object is required");
            throw violations.problem();
        }
        Parameters parameters = Parameters.read(body.parameters(), Parameters.COMMON, PARAMETERS, violations);
        if (parameters.text("bot").isEmpty()) {
            violations.report(PARAMETERS + "/bot", "the bot whose policy decides is required");
        }
        if (body.images() != null && !body.images().isEmpty()) {
            violations.report("/images", "images cannot be judged here: send requests without any");
        }
        List<String> texts = texts(body.texts(), violations);
        String callId =
                shortText(body.callId(), "/litellm_call_id", identifiers.next().toString(), violations);
        String conversation = shortText(body.traceId(), "/litellm_trace_id", callId, violations);
        String customer = shortText(
                body.data() == null ? null : body.data().endUser(),
                "/request_data/user_api_key_end_user_id",
                conversation,
                violations);
        Stage stage = stage(body.inputType(), violations);
        if (violations.any()) {
            throw violations.problem();
        }
        if (texts.stream().allMatch(String::isBlank)) {
            return LiteLlmView.nothing();
        }
        Call call = new Call(
                callId,
                parameters.text("bot").orElseThrow(),
                parameters.conversation(conversation, config.adapters()),
                parameters.customer(customer),
                texts);
        return switch (stage) {
            case INPUT -> request(call, LiteLlmMessages.of(texts, body.messages()));
            case OUTPUT -> response(call);
        };
    }

    /** A call that was found to be in order. */
    private record Call(
            String id, String bot, ConversationPart conversation, CustomerPart customer, List<String> texts) {}

    private static String shortText(@Nullable String text, String pointer, String otherwise, Violations violations) {
        return text == null || text.isBlank() ? otherwise : violations.value(text, pointer);
    }

    /** Before anything is decided, so that a call is answered as a whole or refused as a whole. */
    private List<String> texts(@Nullable List<@Nullable String> given, Violations violations) {
        if (given == null) {
            violations.report("/texts", "a list of texts is required");
        }
        List<String> texts = new ArrayList<>();
        for (String text : violations.list(given, "/texts", config.limits().messages())) {
            boolean empty = text == null || text.isBlank();
            texts.add(empty ? requireNonNullElse(text, "") : violations.text(text, "/texts/" + texts.size()));
        }
        return texts;
    }

    private static Stage stage(@Nullable String type, Violations violations) {
        return switch (requireNonNullElse(type, "")) {
            case "request" -> Stage.INPUT;
            case "response" -> Stage.OUTPUT;
            case String _ -> {
                violations.report("/input_type", "either request or response is required");
                yield Stage.OUTPUT;
            }
        };
    }

    private LiteLlmView request(Call call, List<MessagePart> messages) {
        List<@Nullable MessagePart> written = new ArrayList<>(LiteLlmMessages.written(messages));
        Evaluation evaluation = desk.decide(question(call, "request", written, null));
        Decision decision = evaluation.decision();
        return switch (decision.action()) {
            case BLOCK, ESCALATE, REPLACE ->
                LiteLlmView.blocked(decision.delivered().text());
            case REDACT, ANNOTATE, ALLOW -> changed(call.texts(), LiteLlmMessages.edited(call.texts(), evaluation));
        };
    }

    private LiteLlmView response(Call call) {
        List<String> texts = new ArrayList<>(call.texts());
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isBlank()) {
                continue;
            }
            ResponsePart response = new ResponsePart(texts.get(i), null, null);
            Decision decision = desk.decide(question(call, "response-" + i, List.of(), response))
                    .decision();
            if (decision.action() == Action.BLOCK) {
                return LiteLlmView.blocked(decision.delivered().text());
            }
            texts.set(i, decision.delivered().text());
        }
        return changed(call.texts(), texts);
    }

    private static LiteLlmView changed(List<String> before, List<String> after) {
        return before.equals(after) ? LiteLlmView.nothing() : LiteLlmView.intervened(after);
    }

    /**
     * Within one call LiteLLM may ask more than once, about more text each time as it streams, so the name covers all
     * that is asked: the same question again is the same decision, another question is another.
     */
    private EvaluationRequest question(
            Call call, String part, List<@Nullable MessagePart> messages, @Nullable ResponsePart response) {
        EvaluationRequest question = new EvaluationRequest(
                call.id() + ":" + part,
                call.bot(),
                (response == null ? Stage.INPUT : Stage.OUTPUT).wireName(),
                call.conversation(),
                call.customer(),
                messages,
                response,
                null,
                null,
                null);
        return question.named("litellm:" + surroundings.digest(question));
    }
}
