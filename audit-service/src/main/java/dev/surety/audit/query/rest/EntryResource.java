package dev.surety.audit.query.rest;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.LogEntry;
import dev.surety.audit.query.EntryService;
import dev.surety.audit.query.OpenedEntry;
import dev.surety.audit.query.ProofService;
import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.ProblemException;
import dev.surety.kit.problem.Problems;
import dev.surety.tlog.checkpoint.TlogProof;
import dev.surety.tlog.merkle.Hash;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Entries and their proofs, for the caller's tenant. Auditors and compliance see all of them; leads and agents those of
 * conversations, because they work on them.
 */
@Path("/v1/entries")
@RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE, Roles.LEAD, Roles.AGENT})
@RunOnVirtualThread
@Tag(name = "Entries", description = "What the log holds, and the proof of it")
public class EntryResource {
    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8;qs=0.5";

    private final EntryService entries;
    private final ProofService proofs;
    private final Caller caller;
    private final AuditConfig.Query config;

    EntryResource(EntryService entries, ProofService proofs, Caller caller, AuditConfig config) {
        this.entries = entries;
        this.proofs = proofs;
        this.caller = caller;
        this.config = config.query();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Entries in the order of the log, by conversation or type")
    public EntryPageView list(
            @Parameter(example = "conv-4711") @QueryParam("conversation") @Nullable String conversation,
            @Parameter(example = "dev.surety.exchange.evaluated.v1") @QueryParam("type") @Nullable String type,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(example = "50") @QueryParam("limit") @Nullable String limit) {
        String tenant = caller.tenant();
        int size = Parameters.limit(limit, config.pageSize(), config.maxPageSize());
        String asked = Parameters.text("conversation", conversation);
        if (asked == null && !seesEverything()) {
            throw forbidden("Name a conversation: your roles allow entries of conversations only.");
        }
        EntryService.Question question =
                new EntryService.Question(asked, Parameters.text("type", type), Parameters.cursor(cursor), size + 1);
        List<OpenedEntry> found = entries.find(tenant, question);
        List<EntrySummaryView> items =
                found.stream().limit(size).map(EntryViews::summary).toList();
        return new EntryPageView(
                items,
                found.size() > size ? Parameters.cursor(found.get(size).entry().index()) : null);
    }

    @GET
    @Path("{index}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One entry, and in the clear what is sealed beside it")
    public EntryView entry(@Parameter(example = "42") @PathParam("index") String index) {
        return EntryViews.view(entries.open(find(index)));
    }

    @GET
    @Path("{index}/proof")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The proof that the entry is in the log, in the last checkpoint")
    public ProofView proof(@Parameter(example = "42") @PathParam("index") String index) {
        ProofService.Inclusion inclusion = inclusion(index);
        return new ProofView(
                inclusion.proof().index(),
                inclusion.proof().treeSize(),
                inclusion.leafHash().toBase64(),
                inclusion.checkpoint().checkpoint().root().toBase64(),
                inclusion.proof().path().stream().map(Hash::toBase64).toList(),
                inclusion.checkpoint().note().toString());
    }

    @GET
    @Path("{index}/proof")
    @Produces(TEXT)
    @Operation(summary = "The same proof as a file of the C2SP tlog-proof format")
    public String proofFile(@PathParam("index") String index) {
        ProofService.Inclusion inclusion = inclusion(index);
        return TlogProof.of(inclusion.proof(), inclusion.checkpoint().note()).toString();
    }

    private ProofService.Inclusion inclusion(String index) {
        return proofs.inclusion(find(index))
                .orElseThrow(() -> new ProblemException(
                        new Problem(
                                ProblemTypes.NOT_FOUND,
                                "Not yet provable",
                                404,
                                "The entry is committed, but no checkpoint covers it yet. Ask again in a second."),
                        Map.of("Retry-After", "1")));
    }

    private LogEntry find(String index) {
        String tenant = caller.tenant();
        LogEntry entry =
                entries.find(tenant, Parameters.number("index", index)).orElseThrow(() -> Problems.notFound("entry"));
        if (entry.conversationRef() == null && !seesEverything()) {
            throw forbidden("The entry is not of a conversation: your roles allow entries of conversations only.");
        }
        return entry;
    }

    private boolean seesEverything() {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.COMPLIANCE);
    }

    private static ProblemException forbidden(String detail) {
        return new ProblemException(new Problem(ProblemTypes.FORBIDDEN, "Not allowed", 403, detail));
    }
}
