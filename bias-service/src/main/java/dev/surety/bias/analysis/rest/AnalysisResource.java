package dev.surety.bias.analysis.rest;

import dev.surety.bias.BiasConfig;
import dev.surety.bias.analysis.Analysis;
import dev.surety.bias.analysis.BlockAnalyzer;
import dev.surety.bias.analysis.CountAnalyzer;
import dev.surety.kit.identity.Caller;
import dev.surety.kit.identity.Roles;
import dev.surety.kit.problem.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Statistics on given outcomes. Nothing is stored. The work is computation, so it runs on the pool of platform threads
 * and leaves the virtual ones to calls that wait.
 */
@Path("/v1/analyze")
@Tag(name = "analysis")
public class AnalysisResource {
    private static final Logger LOG = Logger.getLogger(AnalysisResource.class);

    private final BiasConfig config;
    private final Caller caller;

    AnalysisResource(BiasConfig config, Caller caller) {
        this.config = config;
        this.caller = caller;
    }

    /** Compares groups by counts or by pairs. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.BIAS_OPERATOR)
    @Operation(summary = "Statistics and a verdict on given counts or pairs; nothing is stored")
    public AnalysisView analyze(@Nullable GroupComparison comparison) {
        String tenant = caller.tenant();
        if (comparison == null) {
            throw Problems.invalidValue("", "a comparison with counts or pairs was expected");
        }
        AnalysisView view = switch (new ComparisonReader(config, comparison).read()) {
            case ComparisonReader.Task.OfCounts task -> counts(task);
            case ComparisonReader.Task.OfPairs task -> pairs(task);
        };
        LOG.debugf("Analysis for tenant %s: %s", tenant, view.verdict());
        return view;
    }

    private static AnalysisView counts(ComparisonReader.Task.OfCounts task) {
        ComparisonReader.Settings settings = task.settings();
        Analysis analysis = new CountAnalyzer(settings.thresholds(), settings.gating(), settings.correction())
                .analyse(task.groups(), task.reference());
        return AnalysisView.of(analysis, settings);
    }

    private static AnalysisView pairs(ComparisonReader.Task.OfPairs task) {
        ComparisonReader.Settings settings = task.settings();
        Analysis analysis = new BlockAnalyzer(
                        settings.thresholds(),
                        settings.gating(),
                        settings.correction(),
                        settings.estimand(),
                        settings.seed())
                .analyse(task.groups(), task.blocks(), task.reference());
        return AnalysisView.of(analysis, settings);
    }
}
