package dev.surety.audit.tile.rest;

import dev.surety.audit.ledger.CheckpointStore;
import dev.surety.audit.ledger.StoredCheckpoint;
import dev.surety.audit.ledger.StoredTiles;
import dev.surety.audit.ledger.TileStore;
import dev.surety.kit.problem.Problems;
import dev.surety.tlog.note.SignerKey;
import dev.surety.tlog.tile.BundleCoordinates;
import dev.surety.tlog.tile.EntryBundle;
import dev.surety.tlog.tile.TileCoordinates;
import dev.surety.tlog.tile.TileLayout;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The log as static files (C2SP tlog-tiles), for anybody's tools. Only what a signed checkpoint covers is served; a tile
 * or bundle of a given width never changes, so it may be kept for ever.
 */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Log files", description = "The log in the C2SP tlog-tiles format; no token needed")
public class TileResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_MOMENT = "public, max-age=1";
    private static final String FOR_MINUTES = "public, max-age=300";
    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=utf-8";

    private final CheckpointStore checkpoints;
    private final TileStore store;
    private final SignerKey key;

    TileResource(CheckpointStore checkpoints, TileStore store, SignerKey key) {
        this.checkpoints = checkpoints;
        this.store = store;
        this.key = key;
    }

    @GET
    @Path("checkpoint")
    @Produces(TEXT)
    @Operation(summary = "The last signed checkpoint: origin, size, root and signature")
    public Response checkpoint() {
        StoredCheckpoint latest = checkpoints
                .latest()
                .orElseThrow(() -> Problems.unavailable("The first checkpoint, which is signed when the log starts,"));
        return Response.ok(latest.note().toString())
                .header(HttpHeaders.CACHE_CONTROL, FOR_A_MOMENT)
                .build();
    }

    @GET
    @Path("vkey")
    @Produces(TEXT)
    @Operation(summary = "The key that verifies checkpoints, in the form of C2SP signed-note")
    public Response verifierKey() {
        return Response.ok(key.verifierKey() + "\n")
                .header(HttpHeaders.CACHE_CONTROL, FOR_MINUTES)
                .build();
    }

    @GET
    @Path("tile/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A tile of hashes (tile/<level>/<index>) or a bundle of entries (tile/entries/<index>)")
    public Response tile(@PathParam("path") String path) {
        long size = checkpoints.latest().map(StoredCheckpoint::size).orElse(0L);
        byte[] file = tileFile("tile/" + path, size)
                .or(() -> bundleFile("tile/" + path, size))
                .orElseThrow(() -> Problems.notFound("tile or entry bundle"));
        return Response.ok(file).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }

    private Optional<byte[]> tileFile(String path, long size) {
        return TileCoordinates.parse(path)
                .filter(asked -> TileLayout.tile(asked.level(), asked.index(), size)
                        .filter(present -> asked.width() <= present.width())
                        .isPresent())
                .map(asked -> new StoredTiles(store).tile(asked).bytes());
    }

    private Optional<byte[]> bundleFile(String path, long size) {
        return BundleCoordinates.parse(path)
                .filter(asked -> TileLayout.bundle(asked.index(), size)
                        .filter(present -> asked.width() <= present.width())
                        .isPresent())
                .map(asked -> EntryBundle.of(asked, store.bodies(asked.firstEntry(), asked.width()))
                        .bytes());
    }
}
