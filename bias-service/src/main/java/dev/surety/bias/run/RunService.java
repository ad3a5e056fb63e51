package dev.surety.bias.run;

import dev.surety.bias.run.work.RunWorker;
import dev.surety.bias.suite.Plan;
import dev.surety.bias.suite.Suite;
import dev.surety.kit.time.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts runs and shows them; the work itself is done by {@link RunWorker}. */
@ApplicationScoped
public class RunService {
    private final RunStore store;
    private final RunWorker worker;
    private final Clock clock;
    private final Identifiers identifiers;

    RunService(RunStore store, RunWorker worker, Clock clock, Identifiers identifiers) {
        this.store = store;
        this.worker = worker;
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /**
     * What is asked for.
     *
     * @param requestDigest of the whole request, to notice a key that comes back with another one
     */
    public record Order(Suite suite, String suiteDocument, Target target, long seed, String requestDigest) {}

    /** Starts a run, or finds the one that the same key started before. */
    public RunStore.Creation start(String tenant, String caller, String idempotencyKey, Order order) {
        NewRun run = new NewRun(
                identifiers.next(),
                tenant,
                idempotencyKey,
                order.requestDigest(),
                order.suiteDocument(),
                order.target(),
                order.seed(),
                caller,
                clock.instant());
        RunStore.Creation creation = store.create(run, new Plan(order.suite(), order.seed()).cells());
        worker.wake();
        return creation;
    }

    /** The tenant's run of that id. */
    public Optional<Run> find(String tenant, UUID id) {
        return store.find(tenant, id);
    }

    /** How far a run is. */
    public Progress progress(UUID run) {
        return store.progress(run);
    }

    /** The tenant's runs, newest first. */
    public List<Run> list(String tenant, Optional<UUID> before, int limit) {
        return store.list(tenant, before, limit);
    }
}
