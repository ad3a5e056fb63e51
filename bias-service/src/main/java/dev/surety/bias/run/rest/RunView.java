package dev.surety.bias.run.rest;

import dev.surety.bias.metric.Verdict;
import dev.surety.bias.run.Progress;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.suite.Suite;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON.
 *
 * @param state {@code running}, {@code completed} or {@code incomplete}
 * @param verdict null while the run is running
 * @param reasons why, in plain words; empty while the run is running
 * @param attributes what each group got; empty while the run is running, and in lists
 * @param findings one per metric and contrast; empty while the run is running, and in lists
 * @param method how the numbers were obtained; null while the run is running, and in lists
 */
public record RunView(
        UUID id,
        String state,
        SuiteView suite,
        TargetView target,
        long seed,
        ProgressView progress,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        List<String> reasons,
        List<RunResult.AttributeResult> attributes,
        List<RunResult.RunFinding> findings,
        RunResult.@Nullable Method method) {
    public RunView {
        reasons = List.copyOf(reasons);
        attributes = List.copyOf(attributes);
        findings = List.copyOf(findings);
    }

    /** Which suite; the digest is the one of its document. */
    public record SuiteView(String id, String version, String title, String digest) {}

    /** Which bot. */
    public record TargetView(String name, URI url) {}

    /** How many calls have ended; {@code repeated} ones were asked again after a worker died. */
    public record ProgressView(int planned, int answered, int missing, int open, int repeated) {}

    static RunView of(Run run, Suite.Identity suite, Progress progress) {
        RunResult result = run.end().map(Run.End::result).orElse(null);
        return new RunView(
                run.id(),
                run.state().name().toLowerCase(Locale.ROOT),
                new SuiteView(suite.id(), suite.version(), suite.title(), suite.digest()),
                new TargetView(run.target().name(), run.target().url()),
                run.seed(),
                new ProgressView(
                        progress.planned(),
                        progress.answered(),
                        progress.missing(),
                        progress.open(),
                        progress.repeated()),
                run.createdBy(),
                run.createdAt(),
                run.end().map(Run.End::at).orElse(null),
                result == null ? null : result.verdict(),
                result == null ? List.of() : result.reasons(),
                result == null ? List.of() : result.attributes(),
                result == null ? List.of() : result.findings(),
                result == null ? null : result.method());
    }

    /** The run as it stands in a list. */
    RunView inShort() {
        return new RunView(
                id, state, suite, target, seed, progress, createdBy, createdAt, endedAt, verdict, reasons, List.of(),
                List.of(), null);
    }
}
