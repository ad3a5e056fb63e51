package dev.surety.escalation.cases.rest;

import dev.surety.contracts.ProblemTypes;
import dev.surety.escalation.cases.CaseRefusal;
import dev.surety.escalation.cases.CaseRefusedException;
import dev.surety.escalation.cases.rest.CaseSummaryView.OwnerView;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives each refusal of a case its answer. */
public class CaseRefusedMapper {

    @ServerExceptionMapper
    Response answer(CaseRefusedException refused) {
        Problem problem = problem(refused.refusal());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static Problem problem(CaseRefusal refusal) {
        return switch (refusal) {
            case CaseRefusal.Unknown _ -> Problems.notFound("case").problem();
            case CaseRefusal.OwnedByOther other ->
                new Problem(
                                ProblemTypes.ALREADY_CLAIMED,
                                "Already claimed",
                                409,
                                "Somebody else works this case. Nothing was changed.")
                        .with("owner", OwnerView.of(other.owner()));
            case CaseRefusal.NotClaimed _ -> conflict("Not claimed", "Nobody works this case. Claim it first.");
            case CaseRefusal.AlreadyResolved _ ->
                conflict("Already resolved", "The case is resolved. Nothing was changed.");
            case CaseRefusal.NoStep _ ->
                conflict("No step on record", "Log at least one step before the case is resolved.");
            case CaseRefusal.Stale stale ->
                new Problem(
                                ProblemTypes.STALE,
                                "The case changed",
                                412,
                                "If-Match is not the present entity tag. Read the case again, then decide.")
                        .with("version", stale.version());
            case CaseRefusal.ContextChanged changed ->
                new Problem(
                                ProblemTypes.CONTEXT_CHANGED,
                                "The conversation went on",
                                409,
                                "Nothing was sent. Read the missing messages, then send again with their sequence.")
                        .with(
                                "missing",
                                changed.missing().stream().map(MessageView::of).toList());
            case CaseRefusal.SeenTooMuch seen ->
                Problems.invalidValue("/seenSequence", "the last message of this transcript is " + seen.lastSequence())
                        .problem();
            case CaseRefusal.IdentifierReused reused ->
                new Problem(
                        ProblemTypes.IDEMPOTENCY_CONFLICT,
                        "The identifier stands for something else",
                        422,
                        reused.parameter() + " was used before, with other content. Use a new one.");
            case CaseRefusal.FloorLost lost ->
                new Problem(
                                ProblemTypes.FLOOR_LOST,
                                "You do not hold the floor",
                                409,
                                "Nothing was sent. Read the case again; somebody else may speak to the customer now.")
                        .with("epoch", lost.epoch());
        };
    }

    private static Problem conflict(String title, String detail) {
        return new Problem(ProblemTypes.CONFLICT, title, 409, detail);
    }
}
