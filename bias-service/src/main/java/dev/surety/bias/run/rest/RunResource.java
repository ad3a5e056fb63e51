package dev.surety.bias.run.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.surety.bias.BiasConfig;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunService;
import dev.surety.bias.run.RunStore;
import dev.surety.bias.run.target.TargetGate;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.bias.suite.SuiteService;
import dev.surety.contracts.ProblemTypes;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Suite runs: who may start one, and how they are shown. */
@Path("/v1/runs")
@Tag(name = "runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RunResource {
    private static final int LARGEST_PAGE = 200;
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final RunService runs;
    private final SuiteService suites;
    private final TargetGate gate;
    private final BiasConfig config;
    private final Caller caller;

    RunResource(RunService runs, SuiteService suites, TargetGate gate, BiasConfig config, Caller caller) {
        this.runs = runs;
        this.suites = suites;
        this.gate = gate;
        this.config = config;
        this.caller = caller;
    }

    /** Starts a run; the same key and body again finds the one that was started. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BIAS_OPERATOR)
    @Operation(summary = "Starts a run of a suite against an HTTP target")
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, @Nullable RunDraft draft) {
        String tenant = caller.tenant();
        if (idempotencyKey == null || !idempotencyKey.matches("[\\x21-\\x7e]{1,200}")) {
            throw Problems.invalidValue(
                    "Idempotency-Key",
                    "a header with 1 to 200 printable characters was expected; choose a new one for each run");
        }
        if (draft == null) {
            throw Problems.invalidValue("", "an object with suite and target was expected");
        }
        RunDraftReader.Read read = new RunDraftReader(config, gate, suites).read(draft);
        RunStore.Creation creation = runs.start(
                tenant,
                caller.subject(),
                idempotencyKey,
                new RunService.Order(
                        read.suite().suite(), read.suite().document(), read.target(), read.seed(), digest(draft)));
        return switch (creation) {
            case RunStore.Creation.Stored stored -> accepted(tenant, stored.id());
            case RunStore.Creation.KeyTaken _ ->
                throw Problems.conflict(
                        ProblemTypes.IDEMPOTENCY_CONFLICT,
                        "The Idempotency-Key was used before",
                        "Another run was started with this key and a different body. Use a new key.");
        };
    }

    private Response accepted(String tenant, UUID id) {
        return Response.accepted(view(tenant, id))
                .location(URI.create("/v1/runs/" + id))
                .build();
    }

    /** A run with its progress and, once it has ended, its result. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.BIAS_OPERATOR, Roles.BIAS_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "A run: progress, verdict, findings")
    public RunView get(@PathParam("id") String id) {
        return view(caller.tenant(), identifier(id));
    }

    /** The runs of the caller's tenant. */
    @GET
    @RolesAllowed({Roles.BIAS_OPERATOR, Roles.BIAS_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "The runs, newest first")
    public RunListView list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        String tenant = caller.tenant();
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw Problems.invalidValue("limit", "a whole number from 1 to " + LARGEST_PAGE + " was expected");
        }
        List<Run> found = runs.list(tenant, Optional.ofNullable(cursor).map(RunResource::cursor), limit + 1);
        List<RunView> items =
                found.stream().limit(limit).map(run -> view(run).inShort()).toList();
        return new RunListView(
                items, found.size() > limit ? items.getLast().id().toString() : null);
    }

    /** The report as JSON, which is the run itself. */
    @GET
    @Path("/{id}/report")
    @RolesAllowed({Roles.BIAS_OPERATOR, Roles.BIAS_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(summary = "The report, as JSON or as a page with figures")
    public RunView report(@PathParam("id") String id) {
        return view(caller.tenant(), identifier(id));
    }

    /** The report as a page for people. */
    @GET
    @Path("/{id}/report")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.BIAS_OPERATOR, Roles.BIAS_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
    @Operation(hidden = true)
    public Response page(@PathParam("id") String id) {
        Run run = find(caller.tenant(), identifier(id));
        Suite suite = SuiteParser.parse(run.suiteDocument());
        String page = new ReportPage(RunView.of(run, suite.identity(), runs.progress(run.id())), suite).html();
        return Response.ok(page, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                // The page has no script and loads nothing; nor could anything that slipped into it.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private RunView view(String tenant, UUID id) {
        return view(find(tenant, id));
    }

    private RunView view(Run run) {
        return RunView.of(run, SuiteParser.parse(run.suiteDocument()).identity(), runs.progress(run.id()));
    }

    private Run find(String tenant, UUID id) {
        return runs.find(tenant, id).orElseThrow(() -> Problems.notFound("run"));
    }

    private static UUID identifier(String text) {
        return uuid(text).orElseThrow(() -> Problems.notFound("run"));
    }

    private static UUID cursor(String text) {
        return uuid(text)
                .orElseThrow(
                        () -> Problems.invalidValue("cursor", "the value of next of an earlier page was expected"));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            // UUID.fromString also takes shortened forms, which nobody was given.
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String digest(RunDraft draft) {
        try {
            byte[] bytes = CANONICAL.writeValueAsString(draft).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
