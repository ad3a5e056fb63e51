package dev.surety.bias.run.event;

import dev.surety.bias.metric.Interval;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.suite.Suite;
import dev.surety.bias.suite.SuiteParser;
import dev.surety.contracts.bias.BiasRunCompleted;
import dev.surety.contracts.bias.Verdict;
import dev.surety.kit.event.CloudEvent;
import dev.surety.kit.outbox.Outbox;
import dev.surety.kit.time.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Publishes that a run has ended, as part of the transaction that ends it. */
@ApplicationScoped
public class RunPublisher {
    private static final URI SOURCE = URI.create("/surety/bias");
    private static final int PER_MILLE = 1_000;
    private static final int PER_MILLION = 1_000_000;

    private final Outbox outbox;

    RunPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Leaves the event in the outbox; its id follows from the run, so a repeated one is recognised. */
    public void publish(Connection connection, Run run, RunResult result, Instant now) throws SQLException {
        Suite.Identity suite = SuiteParser.parse(run.suiteDocument()).identity();
        BiasRunCompleted event = new BiasRunCompleted(
                run.id().toString(),
                suite.id(),
                suite.version(),
                suite.digest(),
                run.target().name(),
                run.seed(),
                verdict(result.verdict()),
                findings(result),
                now);
        outbox.append(
                connection,
                run.target().name(),
                new CloudEvent<>(
                        Identifiers.named(run.tenant(), "bias-run-completed:" + run.id()),
                        SOURCE,
                        run.id().toString(),
                        run.tenant(),
                        now,
                        event));
    }

    /** The gating findings, the deciding ones first. */
    private static List<BiasRunCompleted.Finding> findings(RunResult result) {
        return result.findings().stream()
                .filter(RunResult.RunFinding::gating)
                .sorted(Comparator.comparing(finding -> finding.verdict() != result.verdict()))
                .map(RunPublisher::finding)
                .toList();
    }

    private static BiasRunCompleted.Finding finding(RunResult.RunFinding finding) {
        Double estimate = finding.estimate();
        RunResult.Test test = finding.test();
        boolean measured = estimate != null && !finding.intervals().isEmpty();
        // Without an interval everything is possible, and that is what the bounds then say.
        Interval interval = measured ? finding.intervals().getFirst() : null;
        return new BiasRunCompleted.Finding(
                finding.metric(),
                finding.attribute(),
                finding.reference(),
                finding.other(),
                estimate == null ? 0 : rounded(estimate, PER_MILLE),
                interval == null ? -PER_MILLE : rounded(interval.lower(), PER_MILLE),
                interval == null ? PER_MILLE : rounded(interval.upper(), PER_MILLE),
                test == null ? PER_MILLION : rounded(test.adjusted(), PER_MILLION),
                verdict(finding.verdict()),
                String.join("; ", finding.reasons()));
    }

    private static int rounded(double value, int scale) {
        return Math.toIntExact(Math.round(value * scale));
    }

    private static Verdict verdict(dev.surety.bias.metric.Verdict verdict) {
        return switch (verdict) {
            case PASS -> Verdict.PASS;
            case WARN -> Verdict.WARN;
            case FAIL -> Verdict.FAIL;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
    }
}
