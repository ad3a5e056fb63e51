package dev.surety.bias.suite.rest;

import dev.surety.bias.suite.InvalidSuiteException;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.bias.suite.SuiteService;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problem;
import dev.surety.kit.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The suites that come with the service, and a check for suites of one's own. */
@Path("/v1")
@Tag(name = "suites")
@RolesAllowed({Roles.BIAS_OPERATOR, Roles.BIAS_APPROVER, Roles.COMPLIANCE, Roles.AUDITOR})
public class SuiteResource {
    private static final String YAML = "application/yaml";

    private final SuiteService suites;
    private final Caller caller;

    SuiteResource(SuiteService suites, Caller caller) {
        this.suites = suites;
        this.caller = caller;
    }

    /** The shipped suites. */
    @GET
    @Path("/suites")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The suites that come with the service")
    public SuiteListView list() {
        String _ = caller.tenant();
        return new SuiteListView(
                suites.all().stream().map(found -> SuiteView.of(found.suite())).toList(), null);
    }

    /** The document of a shipped suite: a start for one's own. */
    @GET
    @Path("/suites/{id}")
    @Produces(YAML)
    @Operation(summary = "The document of a suite")
    public String document(@PathParam("id") String id) {
        String _ = caller.tenant();
        return suites.find(id).orElseThrow(() -> Problems.notFound("suite")).document();
    }

    /** Reads a suite and says what is wrong with it; stores nothing. */
    @POST
    @Path("/suites:validate")
    @Consumes({YAML, MediaType.TEXT_PLAIN})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Checks a suite document; mistakes are named with line and column")
    public SuiteView validate(@Nullable String document) {
        String _ = caller.tenant();
        try {
            return SuiteView.of(SuiteParser.parse(document == null ? "" : document));
        } catch (InvalidSuiteException invalid) {
            throw Problems.invalidValues(invalid.diagnostics().stream()
                    .map(diagnostic -> new Problem.Violation(diagnostic.path(), diagnostic.toString()))
                    .toList());
        }
    }
}
