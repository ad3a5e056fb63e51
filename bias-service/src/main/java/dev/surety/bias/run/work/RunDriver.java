package dev.surety.bias.run.work;

import dev.surety.bias.analysis.Thresholds;
import dev.surety.bias.run.Answer;
import dev.surety.bias.run.LeasedCell;
import dev.surety.bias.run.Progress;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunAnalyzer;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.run.RunState;
import dev.surety.bias.run.RunStore;
import dev.surety.bias.run.TargetClient;
import dev.surety.bias.suite.Plan;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Drives one run: as many lanes as the target allows take one call each from the store, make it and record the answer,
 * until none is open. What is not recorded when the process dies is asked again, at most one call per lane.
 */
final class RunDriver {
    private static final Logger LOG = Logger.getLogger(RunDriver.class);
    private static final Duration WAIT_FOR_OTHERS = Duration.ofMillis(200);

    private final Run run;
    private final Suite suite;
    private final Plan plan;
    private final Pace pace;
    private final Parts parts;
    private final AtomicInteger silence = new AtomicInteger();
    private volatile boolean stopping;
    private volatile boolean targetAway;

    /** What a driver works with. */
    record Parts(RunStore store, TargetClient client, CallMeter meter, Clock clock, Limits limits) {}

    /**
     * The limits of the work.
     *
     * @param lease how long a call belongs to a lane
     * @param awayAfter missing answers in a row after which the target counts as away
     */
    record Limits(Duration lease, int awayAfter, Thresholds.Evidence evidence) {}

    RunDriver(Run run, Parts parts) {
        this.run = run;
        this.suite = SuiteParser.parse(run.suiteDocument());
        this.plan = new Plan(suite, run.seed());
        this.pace = new Pace(run.target().load().perSecond(), System::nanoTime);
        this.parts = parts;
    }

    Run run() {
        return run;
    }

    /** Tells the lanes to take no further call; those in flight are finished. */
    void stop() {
        stopping = true;
    }

    /**
     * Works until the run has ended or somebody says stop.
     *
     * @return the result, when this call ended the run
     */
    Optional<RunResult> drive() throws InterruptedException {
        runLanes();
        if (stopping) {
            return Optional.empty();
        }
        if (targetAway) {
            parts.store().abandon(run.id());
        }
        Progress progress = parts.store().progress(run.id());
        if (progress.open() > 0) {
            return Optional.empty();
        }
        RunState state = targetAway ? RunState.INCOMPLETE : RunState.COMPLETED;
        RunResult result = new RunAnalyzer(suite, run.seed(), parts.limits().evidence())
                .analyse(parts.store().answered(run.id()), state);
        return parts.store().conclude(run, state, result, parts.clock().instant())
                ? Optional.of(result)
                : Optional.empty();
    }

    private void runLanes() throws InterruptedException {
        List<Future<?>> lanes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int lane = 0; lane < run.target().load().concurrency(); lane++) {
                lanes.add(threads.submit(this::lane));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A lane of run " + run.id() + " failed", failure.getCause());
        }
    }

    private void lane() {
        try {
            while (!stopping && !targetAway) {
                Thread.sleep(pace.take());
                Instant now = parts.clock().instant();
                Optional<LeasedCell> leased = parts.store().lease(run.id(), now, now.plus(leaseOfACall()));
                if (leased.isPresent()) {
                    ask(leased.get());
                } else if (parts.store().progress(run.id()).open() == 0) {
                    return;
                } else {
                    // The last calls are with other lanes, or with a worker that may be dead.
                    Thread.sleep(WAIT_FOR_OTHERS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            stopping = true;
            throw failure;
        }
    }

    /** A call may use its whole time several times over, while the target asks for patience. */
    private Duration leaseOfACall() {
        return parts.limits().lease().plusMillis(4L * run.target().load().timeoutMillis());
    }

    private void ask(LeasedCell leased) {
        String conversation = "bias-" + run.id() + "-" + leased.cell().ordinal();
        Answer answer = parts.client().ask(run.target(), plan.question(leased.cell()), conversation);
        boolean recorded = parts.store().record(run.id(), leased, answer);
        parts.meter().count(answer, recorded);
        switch (answer) {
            case Answer.Given _ -> silence.set(0);
            case Answer.Missing missing -> {
                if (missing.reason().away()
                        && silence.incrementAndGet() >= parts.limits().awayAfter()) {
                    LOG.warnf("The target of run %s counts as away: %s", run.id(), missing.reason());
                    targetAway = true;
                }
            }
        }
    }
}
