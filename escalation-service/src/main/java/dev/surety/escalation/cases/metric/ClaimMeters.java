package dev.surety.escalation.cases.metric;

import dev.surety.escalation.cases.Case;
import dev.surety.escalation.cases.CaseListService;
import dev.surety.escalation.cases.CaseState;
import dev.surety.kit.database.DatabaseUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** How many cases are open, how many claims succeed and fail, and how long a case waits for its first agent. */
@Singleton
public class ClaimMeters {
    private static final Logger LOG = Logger.getLogger(ClaimMeters.class);
    private static final String CLAIMS = "surety_escalation_claims";

    private final CaseListService lists;
    private final MultiGauge openCases;
    private final Counter claimed;
    private final Counter repeated;
    private final Counter refused;
    private final Timer timeToClaim;

    ClaimMeters(CaseListService lists, MeterRegistry registry) {
        this.lists = lists;
        this.openCases = MultiGauge.builder("surety_escalation_open_cases")
                .description("Cases that are not resolved, by tenant and state")
                .register(registry);
        this.claimed = registry.counter(CLAIMS, "outcome", "claimed");
        this.repeated = registry.counter(CLAIMS, "outcome", "repeated");
        this.refused = registry.counter(CLAIMS, "outcome", "refused");
        this.timeToClaim = Timer.builder("surety_escalation_time_to_claim_seconds")
                .description("From the escalated exchange to an agent who owns the case")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofSeconds(1))
                .maximumExpectedValue(Duration.ofHours(8))
                .register(registry);
    }

    /** Somebody got the case. */
    public void claimed(Case item) {
        claimed.increment();
        if (item.state() instanceof CaseState.Owned owned) {
            Duration waited = Duration.between(item.openedAt(), owned.claimedAt());
            // Two machines measured it: their clocks may disagree by more than the time.
            timeToClaim.record(waited.isNegative() ? Duration.ZERO : waited);
        }
    }

    /** Somebody claimed what was theirs already. */
    public void repeated() {
        repeated.increment();
    }

    /** Somebody else was faster, or the case is done. */
    public void refused() {
        refused.increment();
    }

    @Scheduled(every = "10s")
    void countOpenCases() {
        try {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            for (Map.Entry<String, Map<String, Long>> tenant :
                    lists.countByTenant().entrySet()) {
                tenant.getValue().forEach((state, cases) -> {
                    if (!state.equals(CaseState.Resolved.CODE)) {
                        rows.add(MultiGauge.Row.of(Tags.of("tenant", tenant.getKey(), "state", state), cases));
                    }
                });
            }
            openCases.register(rows, true);
        } catch (DatabaseUnavailableException away) {
            LOG.debugf("Open cases were not counted: %s", away.getMessage());
        }
    }
}
