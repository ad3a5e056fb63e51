package dev.surety.guardrail.decision.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.surety.contracts.ProblemTypes;
import dev.surety.guardrail.CanonicalJson;
import dev.surety.guardrail.GuardrailConfig;
import dev.surety.guardrail.decision.Evaluation;
import dev.surety.guardrail.evaluation.Conversation;
import dev.surety.guardrail.policy.Policy;
import dev.surety.guardrail.pseudonym.Pseudonym;
import dev.surety.guardrail.pseudonym.PseudonymService;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Decides exchanges. An answer means that the decision is on record; without the record there is no decision. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class EvaluationResource {
    private final EvaluationDesk desk;
    private final Surroundings surroundings;

    EvaluationResource(EvaluationDesk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
    }

    @POST
    @RolesAllowed(Roles.INTEGRATOR)
    @Operation(
            operationId = "evaluate",
            summary = "Decide what may be said",
            description = "Judges one exchange by the policy of the bot. The answer comes after the decision is durably"
                    + " recorded. Sending the same requestId again is safe: it names the same decision.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            examples = {
                                @ExampleObject(name = "answer", value = EvaluationExamples.OUTPUT),
                                @ExampleObject(name = "question", value = EvaluationExamples.INPUT)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The decision, also where it is to block.",
            content = @Content(examples = @ExampleObject(name = "decision", value = EvaluationExamples.DECISION)))
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed; errors name each by pointer.")
    @APIResponse(responseCode = "401", description = "There is no valid access token.")
    @APIResponse(responseCode = "403", description = "The token lacks the role integrator, or its tenant is unknown.")
    @APIResponse(responseCode = "413", description = "The body is too large.")
    @APIResponse(
            responseCode = "503",
            description = "The decision could not be recorded. Deliver nothing but the member fallback, or try again.")
    public EvaluationView evaluate(@Nullable EvaluationRequest body) {
        Evaluation evaluation = desk.decide(body);
        return EvaluationView.of(evaluation, surroundings.sealed(evaluation));
    }

    /** What this and every other way to a decision needs besides the use cases. */
    @Singleton
    public static class Surroundings {
        private final GuardrailConfig config;
        private final ObjectMapper json;
        private final Clock clock;
        private final PseudonymService pseudonyms;

        Surroundings(GuardrailConfig config, ObjectMapper json, Clock clock, PseudonymService pseudonyms) {
            this.pseudonyms = pseudonyms;
            this.config = config;
            this.json = json;
            this.clock = clock;
        }

        /** How much one request may bring. */
        public GuardrailConfig.Limits limits() {
            return config.limits();
        }

        /** What the pseudonyms of the decision stand for, sealed; null when it has none. */
        @Nullable
        String sealed(Evaluation evaluation) {
            List<Pseudonym> named = evaluation.decision().delivered().pseudonyms();
            return named.isEmpty()
                    ? null
                    : pseudonyms
                            .of(
                                    evaluation.request().tenant(),
                                    evaluation.exchange().conversation().id())
                            .map(own -> own.seal(named))
                            .orElse(null);
        }

        /** The day (UTC). */
        public LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        /** The digest of a request. */
        public String digest(@Nullable EvaluationRequest body) {
            return CanonicalJson.digest(json.valueToTree(body));
        }

        /** The problem that there is no record, and what may be said nevertheless. */
        public ProblemException notRecorded(Policy policy, Conversation conversation) {
            Problem problem = new Problem(
                    ProblemTypes.NOT_RECORDED,
                    "The decision could not be recorded",
                    503,
                    "Without a record nothing may be delivered but the text in fallback. Send the same request again,"
                            + " with the same requestId, after the time in Retry-After.");
            return new ProblemException(
                    problem.with("fallback", policy.fallbackText(conversation.channel(), conversation.locale())),
                    Map.of(
                            "Retry-After",
                            String.valueOf(config.recording().retryAfter().toSeconds())));
        }
    }
}
