package dev.surety.escalation.cases.rest;

import static java.util.Objects.requireNonNull;

import dev.surety.escalation.cases.CaseFile;
import dev.surety.escalation.cases.CaseFileService;
import dev.surety.escalation.cases.CaseListService;
import dev.surety.escalation.cases.CaseListStore.Selection;
import dev.surety.escalation.cases.ListKind;
import dev.surety.escalation.cases.PageCursor;
import dev.surety.escalation.session.SessionService;
import dev.surety.kit.identity.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reads cases. */
@Path("/v1/cases")
@RolesAllowed({Roles.AGENT, Roles.LEAD, Roles.REVIEWER, Roles.COMPLIANCE, Roles.AUDITOR})
@RunOnVirtualThread
@Tag(name = "Cases")
public class CaseResource {
    private static final int MOST = 200;
    private static final int LONGEST_QUEUE = 200;

    private final CaseListService lists;
    private final CaseFileService files;
    private final SessionService session;

    CaseResource(CaseListService lists, CaseFileService files, SessionService session) {
        this.lists = lists;
        this.files = files;
        this.session = session;
    }

    @GET
    @Operation(
            summary = "One page of a list of cases",
            description = "state is queued, mine, open or resolved. Open cases come by priority, then by age;"
                    + " resolved ones latest first. The counts are those of the whole tenant.")
    public CasePageView list(
            @QueryParam("state") @DefaultValue("queued") String state,
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        String tenant = session.tenant();
        Violations violations = new Violations();
        ListKind kind = ListKind.of(state).orElse(null);
        if (kind == null) {
            violations.add("state", "one of these was expected: queued, mine, open, resolved");
        }
        String inQueue = violations.optional("queue", queue, LONGEST_QUEUE);
        int size = size(limit, violations);
        Optional<PageCursor> behind = cursor == null || kind == null ? Optional.empty() : PageCursor.read(cursor, kind);
        if (cursor != null && kind != null && behind.isEmpty()) {
            violations.add("cursor", "the value of next from a page of the same list was expected");
        }
        violations.throwIfAny();
        return CasePageView.of(lists.page(
                tenant,
                new Selection(requireNonNull(kind), session.agent().subject(), inQueue, behind.orElse(null), size)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One case with everything that belongs to it; the entity tag is its version")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "404", description = "No such case, or not yours")
    public Response read(@PathParam("id") UUID id) {
        return answer(files.read(session.tenant(), id));
    }

    /** The whole case, with its version as entity tag. */
    static Response answer(CaseFile file) {
        return Response.ok(CaseView.of(file))
                .tag(Long.toString(file.summary().version()))
                .build();
    }

    private static int size(String limit, Violations violations) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            // Named below, together with a number that is too large.
        }
        violations.add("limit", "a number from 1 to " + MOST + " was expected");
        return 1;
    }
}
