package dev.surety.bias.run.rest;

import dev.surety.bias.metric.Verdict;
import dev.surety.bias.run.Progress;
import dev.surety.bias.run.Run;
import dev.surety.bias.run.RunResult;
import dev.surety.bias.run.RunState;
import dev.surety.bias.suite.Suite;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON.
 *
 * @param verdict null while the run is running
 * @param reasons why, in plain words; empty while the run is running
 * @param result everything that was found; null while the run is running, and in lists
 */
public record RunView(
        UUID id,
        RunState state,
        SuiteView suite,
        TargetView target,
        long seed,
        ProgressView progress,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Verdict verdict,
        List<String> reasons,
        @Nullable RunResult result) {

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
                run.state(),
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
                result);
    }

    RunView withoutResult() {
        return new RunView(
                id, state, suite, target, seed, progress, createdBy, createdAt, endedAt, verdict, reasons, null);
    }
}
