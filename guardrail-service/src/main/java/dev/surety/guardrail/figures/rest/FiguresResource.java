package dev.surety.guardrail.figures.rest;

import dev.surety.guardrail.figures.FiguresStore;
import dev.surety.guardrail.figures.RecentDecision;
import dev.surety.guardrail.figures.Window;
import dev.surety.guardrail.policy.Action;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what was decided lately. The figures follow the decisions by moments, because they are counted off their path. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.POLICY_AUTHOR, Roles.POLICY_APPROVER, Roles.COMPLIANCE, Roles.REVIEWER, Roles.LEAD, Roles.AUDITOR})
@Tag(name = "Figures")
public class FiguresResource {
    private static final int MOST = 100;

    private final FiguresStore store;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(FiguresStore store, Caller caller, Clock clock) {
        this.store = store;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "figures",
            summary = "What was decided lately, in figures",
            description = "Windows are 15m, 1h, 24h and 7d; the last step is the one that is going on.")
    @APIResponse(responseCode = "200", description = "The figures of the caller's tenant.")
    @APIResponse(responseCode = "400", description = "There is no such window.")
    @APIResponse(responseCode = "503", description = "The history is away; decisions go on without it.")
    public FiguresView figures(@QueryParam("window") @DefaultValue("1h") String window) {
        Instant now = clock.instant();
        Window chosen = window(window);
        return FiguresView.of(store.count(caller.tenant(), chosen, now), chosen, now);
    }

    @GET
    @Path("/decisions")
    @Operation(
            operationId = "recentDecisions",
            summary = "The decisions behind the figures",
            description = "The latest first; GET /v1/evaluations/{id} explains each.")
    @APIResponse(responseCode = "200", description = "Decisions of the caller's tenant, in short.")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed.")
    public RecentDecisionsView decisions(
            @QueryParam("window") @DefaultValue("1h") String window,
            @QueryParam("action") @Nullable String action,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("25") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problems.invalidValue("limit", "a whole number from 1 to " + MOST + " was expected");
        }
        FiguresStore.Question question = new FiguresStore.Question(
                window(window).start(clock.instant()), action(action), rule, position(cursor), limit + 1);
        List<RecentDecision> found = store.recent(caller.tenant(), question);
        List<RecentDecision> page = found.size() > limit ? found.subList(0, limit) : found;
        return new RecentDecisionsView(
                page.stream().map(RecentDecisionsView.Item::of).toList(),
                found.size() > limit ? DecisionCursor.behind(page.getLast()) : null);
    }

    private static Window window(String name) {
        return Window.named(name).orElseThrow(() -> Problems.invalidValue("window", "15m, 1h, 24h or 7d was expected"));
    }

    private static @Nullable String action(@Nullable String name) {
        if (name == null
                || Arrays.stream(Action.values())
                        .anyMatch(action -> action.wireName().equals(name))) {
            return name;
        }
        throw Problems.invalidValue("action", "block, escalate, replace, redact, annotate or allow was expected");
    }

    private static FiguresStore.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        return DecisionCursor.read(cursor)
                .orElseThrow(() -> Problems.invalidValue("cursor", "the value of next was expected, unchanged"));
    }
}
