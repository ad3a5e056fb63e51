package dev.surety.guardrail.proxy.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.decision.NotRecordedException;
import dev.surety.guardrail.proxy.Admission;
import dev.surety.guardrail.proxy.ChatFailure;
import dev.surety.guardrail.proxy.Failures;
import dev.surety.guardrail.proxy.ProxyService;
import dev.surety.guardrail.proxy.upstream.UpstreamAnswer;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Speaks the OpenAI protocol in front of the models of the installation, with the policy in between. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.INTEGRATOR)
@Tag(name = "Chat completions")
public class ChatCompletionsResource {
    private static final String DECISION = "x-guardrail-decision-id";
    private static final String ACTION = "x-guardrail-action";
    private static final String POLICY = "x-guardrail-policy";

    private final ProxyService proxy;
    private final Caller caller;
    private final ObjectMapper json;

    ChatCompletionsResource(ProxyService proxy, Caller caller, ObjectMapper json) {
        this.proxy = proxy;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @Path("chat/completions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "chatCompletion",
            summary = "Ask a model, with the policy in between",
            description =
                    "Takes and answers what the OpenAI protocol does, streaming included. The member guardrails of"
                            + " the request says what a decision needs to know; that of the answer says what was decided. A"
                            + " replaced answer ends with finish_reason content_filter.")
    @APIResponse(responseCode = "200", description = "The completion, or what the customer reads instead of it.")
    @APIResponse(responseCode = "400", description = "The request cannot be judged, or on_block asks for this.")
    @APIResponse(responseCode = "404", description = "There is no such model for the caller's tenant.")
    @APIResponse(responseCode = "502", description = "The model did not answer as it should.")
    @APIResponse(responseCode = "504", description = "The model was too slow.")
    public Response complete(@Nullable JsonNode body, @Context RoutingContext connection) {
        BooleanSupplier connected = connected(connection.response());
        try {
            Admission admission = proxy.admit(caller.tenant(), body);
            if (admission.isReplaced()) {
                return replaced(admission, connected);
            }
            UpstreamAnswer answer = proxy.ask(admission, connected::getAsBoolean);
            if (admission.isStreaming()) {
                StreamingOutput pieces = out -> proxy.stream(admission, answer, new EventStreamSink(out, connected));
                return events(admission, pieces)
                        .header(DECISION, proxy.outputDecision(admission))
                        .build();
            }
            ObjectNode completion = proxy.complete(admission, answer);
            return headed(Response.ok(completion), admission)
                    .header(DECISION, completion.at("/guardrails/id").asText())
                    .header(ACTION, completion.at("/guardrails/action").asText())
                    .build();
        } catch (ChatFailure failure) {
            return failed(failure, null);
        } catch (ProblemException failure) {
            return failed(Failures.of(failure.problem()), failure.problem());
        } catch (NotRecordedException failure) {
            return failed(Failures.notRecorded(), null);
        }
    }

    @GET
    @Path("models")
    @Operation(operationId = "models", summary = "The models that the caller may ask")
    public ObjectNode models() {
        ObjectNode list = json.createObjectNode().put("object", "list");
        ArrayNode data = list.putArray("data");
        proxy.models(caller.tenant())
                .forEach((model, owner) -> data.addObject()
                        .put("id", model)
                        .put("object", "model")
                        .put("created", 0)
                        .put("owned_by", owner));
        return list;
    }

    private Response replaced(Admission admission, BooleanSupplier connected) {
        Evaluation input = admission.input();
        if (admission.failsWhenReplaced()) {
            return failed(
                    ProxyService.replacedFailure(input.decision().delivered().text()), null);
        }
        StreamingOutput pieces = out -> {
            EventStreamSink sink = new EventStreamSink(out, connected);
            for (ObjectNode piece : proxy.replacedInPieces(admission)) {
                sink.send(piece);
            }
            sink.done();
        };
        Response.ResponseBuilder answer = admission.isStreaming()
                ? events(admission, pieces)
                : headed(Response.ok(proxy.replaced(admission)), admission);
        return answer.header(DECISION, input.id().toString())
                .header(ACTION, input.decision().action().wireName())
                .build();
    }

    private static Response.ResponseBuilder events(Admission admission, StreamingOutput pieces) {
        return headed(Response.ok(pieces, "text/event-stream"), admission).header("Cache-Control", "no-cache");
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, Admission admission) {
        var policy = admission.policy().identity();
        return answer.header(POLICY, policy.id() + "@" + policy.version());
    }

    /** The failure in the words of the protocol, and beside them the problem that it is here. */
    private Response failed(ChatFailure failure, @Nullable Problem problem) {
        ObjectNode body = problem == null ? json.createObjectNode() : json.valueToTree(problem);
        body.set("error", failure.error());
        return Response.status(failure.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }

    /** Whether the caller is still there; models are costly, so nobody is asked for an answer that nobody reads. */
    private static BooleanSupplier connected(HttpServerResponse response) {
        AtomicBoolean gone = new AtomicBoolean();
        var _ = response.closeHandler(closed -> gone.set(true));
        return () -> !gone.get() && !response.closed();
    }
}
