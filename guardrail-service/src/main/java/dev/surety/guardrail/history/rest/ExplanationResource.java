package dev.surety.guardrail.history.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.contracts.feedback.FeedbackVerdict;
import dev.surety.guardrail.history.HistoryService;
import dev.surety.guardrail.history.PastDecision;
import dev.surety.guardrail.history.Verdict;
import dev.surety.guardrail.history.VerdictPublisher;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Explains decisions, to each role what it may see, and takes what people say of them. */
@Path("/v1/evaluations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Evaluations")
public class ExplanationResource {
    private final HistoryService history;
    private final VerdictPublisher verdicts;
    private final Caller caller;
    private final Clock clock;

    ExplanationResource(HistoryService history, VerdictPublisher verdicts, Caller caller, Clock clock) {
        this.history = history;
        this.verdicts = verdicts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        Roles.INTEGRATOR,
        Roles.AGENT,
        Roles.LEAD,
        Roles.REVIEWER,
        Roles.COMPLIANCE,
        Roles.AUDITOR,
        Roles.POLICY_AUTHOR,
        Roles.POLICY_APPROVER
    })
    @Operation(
            operationId = "explain",
            summary = "Why something was decided",
            description = "Agents, leads and reviewers read one sentence, in the language of Accept-Language or of the"
                    + " conversation; integrators the details; compliance, auditors and policy people everything, with"
                    + " what would have let the exchange pass. A decision appears here within moments.")
    @APIResponse(responseCode = "200", description = "The explanation, as far as the caller's roles may see it.")
    @APIResponse(responseCode = "404", description = "There is no such decision, or not yet: see Retry-After.")
    @APIResponse(responseCode = "503", description = "The history is away; decisions go on without it.")
    public ExplanationView explain(@PathParam("id") String id, @Context HttpHeaders headers) {
        PastDecision decision = decision(id);
        boolean everything = hasOneOf(Roles.COMPLIANCE, Roles.AUDITOR, Roles.POLICY_AUTHOR, Roles.POLICY_APPROVER);
        boolean talks = everything || hasOneOf(Roles.AGENT, Roles.LEAD, Roles.REVIEWER);
        boolean integrates = everything || caller.has(Roles.INTEGRATOR);
        return ExplanationView.of(
                decision,
                talks ? history.sentence(decision, headers.getAcceptableLanguages()) : null,
                talks ? ExplanationView.FindingView.of(decision) : null,
                integrates ? ExplanationView.Details.of(decision) : null,
                everything ? RuleExplanationView.of(decision, history.counterfactuals()) : null,
                everything
                        ? history.verdicts(decision).stream()
                                .map(ExplanationView.VerdictView::of)
                                .toList()
                        : null);
    }

    @POST
    @Path("/feedback")
    @RolesAllowed({Roles.AGENT, Roles.REVIEWER, Roles.COMPLIANCE})
    @Operation(
            operationId = "judgeDecision",
            summary = "Say whether a decision was right",
            description =
                    "The latest word of one person about one decision and rule counts. The answer comes after it is"
                            + " durably recorded.")
    @APIResponse(responseCode = "200", description = "It is recorded.")
    @APIResponse(responseCode = "400", description = "A value is missing or not allowed.")
    @APIResponse(responseCode = "404", description = "There is no such decision, or not yet: see Retry-After.")
    @APIResponse(responseCode = "503", description = "It could not be recorded; try again.")
    public ExplanationView.VerdictView judge(@PathParam("id") String id, @Nullable FeedbackRequest body) {
        FeedbackVerdict said = verdict(body == null ? null : body.verdict());
        PastDecision decision = decision(id);
        String rule = body == null ? null : body.rule();
        boolean known = rule == null
                || decision.reasons().results().stream()
                        .anyMatch(result -> result.rule().equals(rule));
        if (!known) {
            throw Problems.invalidValue("/rule", "a rule of this decision was expected, or leave it out");
        }
        Verdict verdict = new Verdict(caller.tenant(), decision.id(), rule, caller.subject(), said, clock.instant());
        try {
            verdicts.publish(verdict, decision.setting().conversationId());
        } catch (VerdictPublisher.UnpublishedException failure) {
            throw Problems.unavailable("The broker");
        }
        return ExplanationView.VerdictView.of(verdict);
    }

    private PastDecision decision(String id) {
        String tenant = caller.tenant();
        return uuid(id).flatMap(decision -> history.find(tenant, decision).stream())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        new Problem(
                                ProblemTypes.NOT_FOUND,
                                "Not found",
                                404,
                                "There is no decision with this identifier, or it is not yours. One that was just made"
                                        + " appears within moments: try again after the time in Retry-After."),
                        Map.of("Retry-After", "1")));
    }

    private static Stream<UUID> uuid(String id) {
        try {
            return Stream.of(UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
        }
    }

    private static FeedbackVerdict verdict(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "false-positive" -> FeedbackVerdict.FALSE_POSITIVE;
            case "false-negative" -> FeedbackVerdict.FALSE_NEGATIVE;
            case "correct" -> FeedbackVerdict.CORRECT;
            case String _ ->
                throw Problems.invalidValue("/verdict", "false-positive, false-negative or correct was expected");
        };
    }

    private boolean hasOneOf(String... roles) {
        return List.of(roles).stream().anyMatch(caller::has);
    }
}
