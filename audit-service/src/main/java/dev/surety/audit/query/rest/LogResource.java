package dev.surety.audit.query.rest;

import dev.surety.audit.AuditConfig;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.audit.query.ProofService;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import dev.surety.tlog.merkle.Hash;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How the log stands, and the proof that it only grew. */
@Path("/v1/log")
@RolesAllowed({Roles.AUDITOR, Roles.COMPLIANCE})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log", description = "The log as a whole")
public class LogResource {
    private final ProofService proofs;
    private final Caller caller;
    private final String origin;

    LogResource(ProofService proofs, Caller caller, AuditConfig config) {
        this.proofs = proofs;
        this.caller = caller;
        this.origin = config.log().origin();
    }

    @GET
    @Operation(summary = "Size, root and age of the last checkpoint, and what is not covered by it yet")
    public LogView log() {
        var _ = caller.tenant();
        ProofService.Standing standing = proofs.standing();
        Optional<StoredCheckpoint> checkpoint = standing.checkpoint();
        long size = checkpoint.map(StoredCheckpoint::size).orElse(0L);
        return new LogView(
                origin,
                size,
                checkpoint.map(one -> one.checkpoint().root().toBase64()).orElse(null),
                checkpoint.map(StoredCheckpoint::createdAt).orElse(null),
                Math.max(0, standing.size() - size));
    }

    @GET
    @Path("consistency")
    @Operation(summary = "The proof that the log of one size continues the log of a smaller one (RFC 6962)")
    public ConsistencyView consistency(
            @Parameter(example = "10", required = true) @QueryParam("from") @Nullable String from,
            @Parameter(example = "20") @QueryParam("to") @Nullable String to) {
        var _ = caller.tenant();
        if (from == null) {
            throw Problems.invalidValue("from", "the size of the older log is required");
        }
        long oldSize = Parameters.number("from", from);
        long newSize = to == null ? covered() : Parameters.number("to", to);
        if (oldSize > newSize) {
            throw Problems.invalidValue("from", "at most " + newSize + ", the newer size, was expected");
        }
        ProofService.Consistency consistency = proofs.consistency(oldSize, newSize)
                .orElseThrow(() -> Problems.invalidValue("to", "a size that a checkpoint covers was expected"));
        return new ConsistencyView(
                oldSize,
                newSize,
                consistency.oldRoot().toBase64(),
                consistency.newRoot().toBase64(),
                consistency.proof().path().stream().map(Hash::toBase64).toList(),
                consistency.checkpoint().note().toString());
    }

    private long covered() {
        return proofs.standing().checkpoint().map(StoredCheckpoint::size).orElse(0L);
    }
}
